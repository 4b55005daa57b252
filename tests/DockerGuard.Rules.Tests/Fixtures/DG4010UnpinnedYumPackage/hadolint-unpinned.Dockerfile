# policy: profile=hadolint
FROM registry.access.redhat.com/ubi9/dotnet-90-runtime:9.0
# expect DG4010 20-28
RUN yum install -y rpm-sign && yum clean all
