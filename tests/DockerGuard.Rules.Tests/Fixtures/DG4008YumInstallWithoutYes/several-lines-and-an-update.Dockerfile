FROM registry.access.redhat.com/ubi9/dotnet-90-runtime:9.0
# expect DG4008 12-18
RUN yum -q update \
 # fonts
# expect DG4008 9-16
 && yum install --nodocs \
    fontconfig \
 && yum clean all
