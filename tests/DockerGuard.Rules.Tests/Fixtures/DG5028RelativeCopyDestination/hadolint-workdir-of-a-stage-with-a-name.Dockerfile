# policy: profile=hadolint
FROM debian:13 AS base
WORKDIR /usr
FROM debian:13
# expect DG5028 10-13
COPY foo bar
FROM base
COPY foo bar
ADD foo bar
