# policy: profile=hadolint
FROM registry.access.redhat.com/ubi9/dotnet-90-runtime:9.0
ARG TZDATA=2025b
RUN dnf install -y tzdata-$TZDATA && dnf clean all
