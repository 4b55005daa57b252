FROM debian:13
RUN apt-get install -y curl
RUN rm -rf /usr/share/doc /usr/share/man
RUN apt-get purge -y perl
