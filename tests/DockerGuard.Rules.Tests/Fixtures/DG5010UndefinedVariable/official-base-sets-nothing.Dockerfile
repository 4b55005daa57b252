FROM debian:13
# expect DG5010 6-16
COPY $WORKSPACE /src
