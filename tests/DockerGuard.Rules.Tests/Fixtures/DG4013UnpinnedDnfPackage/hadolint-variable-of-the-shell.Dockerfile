# policy: profile=hadolint
FROM registry.access.redhat.com/ubi9/dotnet-90-runtime:9.0
# expect DG4013 35-50
RUN version=1.0 && dnf install -y "tool-$version" && dnf clean all
