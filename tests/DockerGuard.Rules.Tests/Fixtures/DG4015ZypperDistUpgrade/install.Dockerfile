FROM registry.suse.com/bci/bci-base:15.6
RUN zypper -n install tzdata && zypper clean --all
