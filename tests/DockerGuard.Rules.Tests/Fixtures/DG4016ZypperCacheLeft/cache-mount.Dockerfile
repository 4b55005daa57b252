# syntax=docker/dockerfile:1
FROM registry.suse.com/bci/bci-base:15.6
RUN --mount=type=cache,target=/var/cache/zypp zypper --non-interactive install tzdata
RUN --mount=type=tmpfs,target=/var/cache/ zypper --non-interactive install curl
