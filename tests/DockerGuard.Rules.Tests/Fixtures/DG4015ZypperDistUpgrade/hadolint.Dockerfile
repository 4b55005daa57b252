# policy: profile=hadolint
FROM registry.suse.com/bci/bci-base:15.6
# expect DG4015 15-18
RUN zypper -n dup && zypper clean
