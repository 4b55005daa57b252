FROM registry.access.redhat.com/ubi9/dotnet-90-runtime:9.0
# expect DG4012 9-16
RUN dnf install -y tzdata; echo done
