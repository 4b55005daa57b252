FROM registry.access.redhat.com/ubi9/dotnet-90-runtime:9.0
# expect DG4011 12-19
RUN dnf -q upgrade \
 # fonts
# expect DG4011 9-16
 && dnf install --nodocs \
    fontconfig \
 && dnf clean all
