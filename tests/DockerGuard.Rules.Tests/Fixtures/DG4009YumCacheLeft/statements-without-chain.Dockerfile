FROM registry.access.redhat.com/ubi9/dotnet-90-runtime:9.0
# expect DG4009 9-16
RUN yum install -y tzdata; echo done
