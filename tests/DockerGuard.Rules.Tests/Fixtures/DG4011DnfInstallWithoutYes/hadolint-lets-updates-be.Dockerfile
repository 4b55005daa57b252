# policy: profile=hadolint
FROM registry.access.redhat.com/ubi9/dotnet-90-runtime:9.0
RUN dnf upgrade && dnf clean all
