# policy: profile=strict
FROM registry.suse.com/bci/bci-base:15.6
RUN zypper -n install tzdata=2025b "fontconfig>=2.14" curl\<9 ./tool-1.0.rpm https://example.com/tool.rpm && zypper clean --all
