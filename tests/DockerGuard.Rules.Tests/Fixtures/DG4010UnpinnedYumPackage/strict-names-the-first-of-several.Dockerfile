# policy: profile=strict
FROM registry.access.redhat.com/ubi9/dotnet-90-runtime:9.0
RUN yum install -y \
    tzdata-2025b-1.el9 \
# expect DG4010 5-11
    libicu \
    fontconfig \
 && yum clean all
