# policy: profile=strict
FROM registry.access.redhat.com/ubi9/dotnet-90-runtime:9.0
ENV LIBRARIES="libicu tzdata-2025b-1.el9"
# expect DG4013 20-30
RUN dnf install -y $LIBRARIES && dnf clean all
