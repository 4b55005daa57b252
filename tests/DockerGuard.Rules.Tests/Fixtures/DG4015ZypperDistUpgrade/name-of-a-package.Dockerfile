FROM registry.suse.com/bci/bci-base:15.6
RUN zypper -n install zypper-dup-helper && echo zypper dup && zypper clean --all
