# policy: profile=hadolint
FROM registry.suse.com/bci/bci-base:15.6
RUN zypper install -n tzdata=2025b && zypper clean
