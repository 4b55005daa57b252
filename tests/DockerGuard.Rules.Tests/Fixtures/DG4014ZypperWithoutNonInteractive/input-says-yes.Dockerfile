FROM registry.suse.com/bci/bci-base:15.6
RUN yes | zypper install tzdata && zypper clean --all
