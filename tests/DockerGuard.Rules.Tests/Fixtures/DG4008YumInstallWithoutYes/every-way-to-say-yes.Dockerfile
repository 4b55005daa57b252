FROM registry.access.redhat.com/ubi9/dotnet-90-runtime:9.0
RUN yum install -y a && yum -qy install b && yum install --assumeyes c && yum -y update && yum clean all
