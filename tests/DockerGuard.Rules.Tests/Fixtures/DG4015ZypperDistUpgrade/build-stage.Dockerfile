FROM registry.suse.com/bci/bci-base:15.6 AS build
# expect DG4015 15-18
RUN zypper -n dup

FROM registry.suse.com/bci/bci-base:15.6
