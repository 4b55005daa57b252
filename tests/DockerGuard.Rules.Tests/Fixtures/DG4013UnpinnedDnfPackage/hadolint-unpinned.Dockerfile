# policy: profile=hadolint
FROM registry.access.redhat.com/ubi9/dotnet-90-runtime:9.0
# expect DG4013 20-28
RUN dnf install -y rpm-sign && dnf clean all
