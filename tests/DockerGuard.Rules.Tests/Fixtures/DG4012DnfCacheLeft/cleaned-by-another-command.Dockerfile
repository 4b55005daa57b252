FROM registry.access.redhat.com/ubi9/dotnet-90-runtime:9.0
# expect DG4012 14-21
RUN microdnf install -y tzdata && dnf clean all
