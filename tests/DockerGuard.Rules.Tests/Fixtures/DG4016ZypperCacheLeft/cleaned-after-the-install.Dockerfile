FROM registry.suse.com/bci/bci-base:15.6
RUN zypper --non-interactive install tzdata && zypper clean --all
RUN zypper clean --all && zypper --non-interactive install curl && zypper clean --all
