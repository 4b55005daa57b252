FROM registry.access.redhat.com/ubi9/dotnet-90-runtime:9.0
# expect DG4012 26-33
RUN dnf clean all && dnf install -y libgdiplus
