FROM registry.suse.com/bci/bci-base:15.6
# expect DG4016 15-21
RUN zypper -n update
