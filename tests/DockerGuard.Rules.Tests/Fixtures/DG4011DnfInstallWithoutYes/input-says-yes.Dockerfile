FROM registry.access.redhat.com/ubi9/dotnet-90-runtime:9.0
RUN yes | dnf install tzdata && dnf clean all
