# policy: profile=hadolint
FROM debian:13
# expect DG2001 6-10
USER root
