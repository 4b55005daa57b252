FROM registry.access.redhat.com/ubi9/dotnet-90-runtime:9.0
RUN dnf install -y libgdiplus \
 && dnf clean all \
# expect DG4012 9-16
 && dnf install -y tzdata # time zones

WORKDIR /app
