FROM registry.access.redhat.com/ubi9/dotnet-90-runtime:9.0
# expect DG4012 12-19
RUN dnf -y upgrade
