FROM registry.suse.com/bci/bci-base:15.6
# expect DG4016 15-17
RUN zypper -n in tzdata
