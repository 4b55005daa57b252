FROM registry.suse.com/bci/bci-base:15.6
RUN zypper --non-interactive install libgdiplus \
 && zypper clean --all \
# expect DG4016 30-37
 && zypper --non-interactive install tzdata # time zones

WORKDIR /app
