# policy: profile=strict
FROM registry.access.redhat.com/ubi9/dotnet-90-runtime:9.0
RUN dnf install -y \
    tzdata-2025b-1.el9 \
# expect DG4013 5-11
    libicu \
    fontconfig \
 && dnf clean all
