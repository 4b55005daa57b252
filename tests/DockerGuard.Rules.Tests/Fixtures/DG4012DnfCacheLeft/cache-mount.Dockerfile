# syntax=docker/dockerfile:1
FROM registry.access.redhat.com/ubi9/dotnet-90-runtime:9.0
RUN --mount=type=cache,target=/var/cache/dnf dnf install -y tzdata
RUN --mount=type=tmpfs,target=/var/cache/ dnf install -y curl
