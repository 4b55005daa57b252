# policy: profile=hadolint
FROM registry.suse.com/bci/bci-base:15.6
# expect DG4017 18-24
RUN zypper -n in tzdata && zypper clean
