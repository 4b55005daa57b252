# policy: profile=strict
FROM registry.access.redhat.com/ubi9/dotnet-90-runtime:9.0
# expect DG4010 27-33
RUN yum module install -y nodejs && yum clean all
