# policy: profile=strict
FROM registry.access.redhat.com/ubi9/dotnet-90-runtime:9.0
RUN dnf install -y --enablerepo extra --installroot /rootfs --setopt install_weak_deps=0 tzdata-2025b && dnf clean all
