# policy: profile=hadolint
FROM debian:13
WORKDIR /app
# expect DG5003 9-12
WORKDIR bin
# expect DG5003 9-14
WORKDIR "out"
WORKDIR "/srv"
WORKDIR $HOME/app
WORKDIR C:\app
