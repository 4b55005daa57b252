FROM registry.access.redhat.com/ubi9/dotnet-90-runtime:9.0
# expect DG4011 14-21
RUN sudo dnf install tzdata && sudo dnf clean all
