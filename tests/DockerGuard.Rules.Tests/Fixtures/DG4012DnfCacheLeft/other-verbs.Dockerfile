FROM registry.access.redhat.com/ubi9/dotnet-90-runtime:9.0
RUN dnf remove -y tzdata && dnf repolist && echo dnf install curl
