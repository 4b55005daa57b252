# policy: profile=strict
FROM registry.access.redhat.com/ubi9/dotnet-90-runtime:9.0
# expect DG4013 27-33
RUN dnf module install -y nodejs && dnf clean all
