# policy: profile=strict
FROM registry.access.redhat.com/ubi9/dotnet-90-runtime:9.0
RUN yum install -y openssl-1:3.2.2 gcc-c++-11.5.0 rpm-sign-4.16.1.3 tzdata-2025b.noarch https://example.com/tool.rpm && yum clean all
