FROM registry.suse.com/bci/bci-base:15.6
RUN zypper remove -y tzdata && zypper repolist && echo zypper install curl
