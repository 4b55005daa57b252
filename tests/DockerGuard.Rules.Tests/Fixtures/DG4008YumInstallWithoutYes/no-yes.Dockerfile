FROM registry.access.redhat.com/ubi9/dotnet-90-runtime:9.0
# expect DG4008 9-16
RUN yum install libgdiplus && yum clean all
