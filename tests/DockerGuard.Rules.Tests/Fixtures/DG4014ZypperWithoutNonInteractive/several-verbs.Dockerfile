FROM registry.suse.com/bci/bci-base:15.6
# expect DG4014 12-14
RUN zypper rm curl \
# expect DG4014 12-17
 && zypper patch \
# expect DG4014 12-14
 && zypper in tzdata \
 && zypper clean --all
