FROM registry.suse.com/bci/bci-base:15.6
# expect DG4016 30-37
RUN zypper --non-interactive install tzdata; echo done
