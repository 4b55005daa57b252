FROM registry.suse.com/bci/bci-base:15.6
# expect DG4014 12-19
RUN zypper install libicu-suse65_1 && zypper clean --all
