FROM registry.access.redhat.com/ubi9/dotnet-90-runtime:9.0
COPY dnf.conf /etc/dnf/dnf.conf
RUN dnf install tzdata && dnf clean all
