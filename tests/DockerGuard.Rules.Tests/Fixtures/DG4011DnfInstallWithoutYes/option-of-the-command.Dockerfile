FROM registry.access.redhat.com/ubi9/dotnet-90-runtime:9.0
RUN dnf install --setopt=assumeyes=1 tzdata && dnf clean all
