# policy: profile=hadolint
FROM registry.suse.com/bci/bci-base:15.6 AS build
# expect DG4016 30-37
RUN zypper --non-interactive install tzdata-2025b

FROM registry.suse.com/bci/bci-base:15.6
