FROM registry.access.redhat.com/ubi9/dotnet-90-runtime:9.0
ARG FLAGS="-y --nodocs"
RUN dnf install $FLAGS tzdata && dnf clean all
