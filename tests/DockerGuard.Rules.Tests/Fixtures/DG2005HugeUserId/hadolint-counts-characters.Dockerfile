# policy: profile=hadolint
FROM debian:13
# expect DG2005 5-12
RUN useradd -u $USER_ID a
RUN useradd --uid 1000700000 a
