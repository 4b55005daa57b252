FROM registry.access.redhat.com/ubi9/dotnet-90-runtime:9.0
RUN dnf install -y a && dnf -qy install b && dnf install --assumeyes c && dnf -y upgrade && dnf clean all
