# policy: profile=strict
FROM registry.suse.com/bci/bci-base:15.6
# expect DG4017 36-51
RUN zypper -n install tzdata=2025b libicu-suse65_1 fontconfig && zypper clean --all
