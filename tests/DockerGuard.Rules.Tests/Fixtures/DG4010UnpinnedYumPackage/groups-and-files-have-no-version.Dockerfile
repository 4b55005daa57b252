# policy: profile=strict
FROM registry.access.redhat.com/ubi9/dotnet-90-runtime:9.0
RUN yum group install -y "Development Tools" && yum install -y @core /usr/bin/which ./tool.rpm && yum clean all
