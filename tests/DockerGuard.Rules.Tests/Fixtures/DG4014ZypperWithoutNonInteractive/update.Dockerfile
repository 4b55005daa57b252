FROM registry.suse.com/bci/bci-base:15.6
# expect DG4014 35-41
RUN zypper --gpg-auto-import-keys update && zypper clean --all
