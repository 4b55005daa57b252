FROM registry.access.redhat.com/ubi9/dotnet-90-runtime:9.0
RUN dnf install -y tzdata && rm -rf /var/cache/dnf
RUN dnf install -y curl && rm -rf /var/cache/dnf/*
