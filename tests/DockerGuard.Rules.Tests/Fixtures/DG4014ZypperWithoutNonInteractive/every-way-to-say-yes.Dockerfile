FROM registry.suse.com/bci/bci-base:15.6
RUN zypper --non-interactive install a && zypper -n in b && zypper install -y c && zypper in --no-confirm d && zypper clean --all
