FROM registry.access.redhat.com/ubi9/dotnet-90-runtime:9.0
COPY krb5.conf /etc/
# expect DG4011 9-16
RUN dnf install tzdata && dnf clean all
