# policy: profile=hadolint
FROM debian:13 AS build
# expect DG5023 6-13
COPY data.gz /
RUN gunzip /data.gz
COPY a.tar /
RUN tar xf /a.tar
FROM debian:13
