FROM registry.access.redhat.com/ubi9/dotnet-90-runtime:9.0
RUN yum remove -y tzdata && yum repolist && echo yum install curl
