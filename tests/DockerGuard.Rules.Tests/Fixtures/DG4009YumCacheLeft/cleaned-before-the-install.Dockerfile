FROM registry.access.redhat.com/ubi9/dotnet-90-runtime:9.0
# expect DG4009 26-33
RUN yum clean all && yum install -y libgdiplus
