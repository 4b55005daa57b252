# policy: profile=buildkit
FROM debian:13
# expect DG5003 9-14
WORKDIR $NONE
WORKDIR bin
