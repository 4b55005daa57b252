FROM registry.suse.com/bci/bci-base:15.6
# expect DG4014 17-24
RUN ["zypper", "install", "tzdata"]
