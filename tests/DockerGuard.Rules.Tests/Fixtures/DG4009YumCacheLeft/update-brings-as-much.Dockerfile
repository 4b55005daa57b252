FROM registry.access.redhat.com/ubi9/dotnet-90-runtime:9.0
# expect DG4009 12-18
RUN yum -y update
