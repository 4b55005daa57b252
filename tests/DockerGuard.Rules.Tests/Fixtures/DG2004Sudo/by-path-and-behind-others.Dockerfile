FROM debian:13
# expect DG2004 5-18
RUN /usr/bin/sudo -u app id
# expect DG2004 47-51
RUN DEBIAN_FRONTEND=noninteractive timeout 10 sudo -n true
