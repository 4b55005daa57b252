FROM debian:13
RUN useradd app
RUN mkdir /data
RUN chown app /data
