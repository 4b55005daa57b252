FROM registry.access.redhat.com/ubi9/dotnet-90-runtime:9.0
RUN dnf list installed && dnf repolist && dnf clean all
