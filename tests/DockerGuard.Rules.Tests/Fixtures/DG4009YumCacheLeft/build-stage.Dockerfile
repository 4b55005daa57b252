FROM registry.access.redhat.com/ubi9/dotnet-90-runtime:9.0 AS build
RUN yum install -y clang

FROM mcr.microsoft.com/dotnet/runtime-deps:10.0-noble-chiseled
COPY --from=build /app /app
