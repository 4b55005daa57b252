FROM registry.access.redhat.com/ubi9/dotnet-90-runtime:9.0
RUN yum install -y tzdata && yum clean all
RUN yum clean all && yum install -y curl && yum clean all
