FROM debian:13
RUN echo hello
RUN rm -rf /usr/share/doc /usr/share/man
RUN apt-get purge -y perl
