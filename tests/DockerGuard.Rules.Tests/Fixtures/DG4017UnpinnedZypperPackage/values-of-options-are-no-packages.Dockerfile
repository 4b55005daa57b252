# policy: profile=strict
FROM registry.suse.com/bci/bci-base:15.6
RUN zypper -n --plus-repo https://example.com/repo install --from extra --repo more tzdata=2025b && zypper clean --all
