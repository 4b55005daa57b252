# policy: profile=hadolint
ARG REGISTRY
FROM ${REGISTRY}/dotnet/sdk
