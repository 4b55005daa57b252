FROM registry.access.redhat.com/ubi9/dotnet-90-runtime:9.0
RUN yum install -y libgdiplus \
 && yum clean all \
# expect DG4009 9-16
 && yum install -y tzdata # time zones

WORKDIR /app
