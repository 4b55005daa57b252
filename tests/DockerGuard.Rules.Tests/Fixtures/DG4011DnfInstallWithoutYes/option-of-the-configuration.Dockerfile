FROM registry.access.redhat.com/ubi9/dotnet-90-runtime:9.0
RUN echo assumeyes=True >> /etc/dnf/dnf.conf
RUN dnf install tzdata && dnf clean all
