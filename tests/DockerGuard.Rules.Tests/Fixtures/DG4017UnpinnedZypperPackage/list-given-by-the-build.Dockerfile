# policy: profile=strict
FROM registry.suse.com/bci/bci-base:15.6
ARG PACKAGES
RUN zypper -n install $PACKAGES && zypper clean --all
