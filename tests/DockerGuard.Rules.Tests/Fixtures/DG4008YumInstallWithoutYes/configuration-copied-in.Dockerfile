FROM registry.access.redhat.com/ubi9/dotnet-90-runtime:9.0
COPY yum.conf /etc/yum.conf
RUN yum install tzdata && yum clean all
