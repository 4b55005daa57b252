# policy: profile=strict
FROM registry.access.redhat.com/ubi9/dotnet-90-runtime:9.0
ENV LIBRARIES="libicu tzdata-2025b-1.el9"
# expect DG4010 20-30
RUN yum install -y $LIBRARIES && yum clean all
