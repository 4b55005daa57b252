# policy: profile=hadolint
FROM registry.access.redhat.com/ubi9/dotnet-90-runtime:9.0
# expect DG4010 35-50
RUN version=1.0 && yum install -y "tool-$version" && yum clean all
