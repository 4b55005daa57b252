FROM registry.access.redhat.com/ubi9/dotnet-90-runtime:9.0
RUN yum install --setopt=assumeyes=1 tzdata && yum clean all
