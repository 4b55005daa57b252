FROM registry.access.redhat.com/ubi9/dotnet-90-runtime:9.0
RUN yum install -y tzdata && rm -rf /var/cache/yum
RUN yum install -y curl && rm -rf /var/cache/yum/*
