# policy: profile=hadolint
FROM registry.access.redhat.com/ubi9/dotnet-90-runtime:9.0
# expect DG4008 9-21
RUN yum groupinstall fonts && yum clean all
# expect DG4008 9-21
RUN yum localinstall ./a.rpm && yum clean all
