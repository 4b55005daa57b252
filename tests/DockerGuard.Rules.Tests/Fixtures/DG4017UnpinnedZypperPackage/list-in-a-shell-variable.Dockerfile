# policy: profile=strict
FROM registry.suse.com/bci/bci-base:15.6
# expect DG4017 60-70
RUN libraries="fontconfig tzdata=2025b"; zypper -n install $libraries; zypper clean --all
