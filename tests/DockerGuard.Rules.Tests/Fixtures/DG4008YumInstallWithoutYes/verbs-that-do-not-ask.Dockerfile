FROM registry.access.redhat.com/ubi9/dotnet-90-runtime:9.0
RUN yum list installed && yum repolist && yum clean all
