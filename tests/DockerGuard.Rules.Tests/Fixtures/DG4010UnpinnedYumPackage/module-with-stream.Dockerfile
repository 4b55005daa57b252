# policy: profile=strict
FROM registry.access.redhat.com/ubi9/dotnet-90-runtime:9.0
RUN yum module install -y nodejs:22/minimal && yum clean all
