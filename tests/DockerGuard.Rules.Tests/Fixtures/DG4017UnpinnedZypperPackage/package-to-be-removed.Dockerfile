# policy: profile=strict
FROM registry.suse.com/bci/bci-base:15.6
RUN zypper -n install tzdata=2025b !curl -wget && zypper clean --all
