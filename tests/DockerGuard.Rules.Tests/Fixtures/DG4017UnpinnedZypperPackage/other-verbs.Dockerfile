# policy: profile=strict
FROM registry.suse.com/bci/bci-base:15.6
RUN zypper -n remove tzdata && zypper search icu
