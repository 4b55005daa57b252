FROM registry.suse.com/bci/bci-base:15.6
# expect DG4016 52-59
RUN zypper clean --all && zypper --non-interactive install libgdiplus
