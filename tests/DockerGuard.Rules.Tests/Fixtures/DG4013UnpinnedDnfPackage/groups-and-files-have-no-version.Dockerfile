# policy: profile=strict
FROM registry.access.redhat.com/ubi9/dotnet-90-runtime:9.0
RUN dnf group install -y "Development Tools" && dnf install -y @core /usr/bin/which ./tool.rpm && dnf clean all
