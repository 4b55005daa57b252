# policy: profile=hadolint
FROM debian:13
RUN /usr/bin/sudo id
# expect DG2004 20-24
RUN env sudo id && sudo id
