# policy: profile=hadolint
FROM registry.suse.com/bci/bci-base:15.6
# expect DG4014 12-19
RUN zypper install tzdata=2025b && zypper clean
