# policy: profile=strict
FROM registry.suse.com/bci/bci-base:15.6
RUN zypper -n install -t pattern devel_basis && zypper -n in pattern:base && zypper clean --all
