# policy: profile=hadolint
FROM registry.access.redhat.com/ubi9/dotnet-90-runtime:9.0
# expect DG4011 9-21
RUN dnf groupinstall fonts && dnf clean all
# expect DG4011 9-21
RUN dnf localinstall ./a.rpm && dnf clean all
