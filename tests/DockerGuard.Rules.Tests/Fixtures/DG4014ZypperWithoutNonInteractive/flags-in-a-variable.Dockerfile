FROM registry.suse.com/bci/bci-base:15.6
ENV ZYPPER_FLAGS="--non-interactive --quiet"
RUN zypper $ZYPPER_FLAGS install tzdata && zypper clean --all
