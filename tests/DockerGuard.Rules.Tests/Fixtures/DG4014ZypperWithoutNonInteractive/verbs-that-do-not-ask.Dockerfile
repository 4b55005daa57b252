FROM registry.suse.com/bci/bci-base:15.6
RUN zypper refresh && zypper search icu && zypper repos && zypper clean --all
