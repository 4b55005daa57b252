# policy: profile=hadolint
FROM debian:13
SHELL ["/bin/bash", "-c"]
# expect DG5002 1-11
ENTRYPOINT exec server
