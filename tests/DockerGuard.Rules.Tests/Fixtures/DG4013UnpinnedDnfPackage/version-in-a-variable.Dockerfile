# policy: profile=strict
FROM registry.access.redhat.com/ubi9/dotnet-90-runtime:9.0
ARG TZDATA
ENV ICU=67.1-10
RUN dnf install -y tzdata-$TZDATA libicu-${ICU} && dnf clean all
