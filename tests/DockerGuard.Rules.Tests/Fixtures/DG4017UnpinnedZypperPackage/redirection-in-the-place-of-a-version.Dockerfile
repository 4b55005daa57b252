# policy: profile=strict
FROM registry.suse.com/bci/bci-base:15.6
# expect DG4017 23-29
RUN zypper -n install tzdata>=2025 && zypper clean --all
