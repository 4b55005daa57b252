FROM registry.suse.com/bci/bci-base:15.6
RUN zypper --non-interactive install tzdata && rm -rf /var/cache/zypp
RUN zypper --non-interactive install curl && rm -rf /var/cache/zypp/*
