FROM registry.suse.com/bci/bci-base:15.6
# expect DG4015 30-42
RUN zypper --non-interactive dist-upgrade && zypper clean --all
