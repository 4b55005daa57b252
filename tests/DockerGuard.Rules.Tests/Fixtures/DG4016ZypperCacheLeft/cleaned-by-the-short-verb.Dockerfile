FROM registry.suse.com/bci/bci-base:15.6
RUN zypper -n in tzdata && zypper cc -a
