# policy: profile=hadolint
FROM registry.access.redhat.com/ubi9/dotnet-90-runtime:9.0 AS build
# expect DG4012 9-16
RUN dnf install -y tzdata-2025b

FROM registry.access.redhat.com/ubi9/dotnet-90-runtime:9.0
