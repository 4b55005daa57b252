FROM registry.suse.com/bci/bci-base:15.6
RUN zypper -n install libicu-suse65_1 && zypper clean --all
