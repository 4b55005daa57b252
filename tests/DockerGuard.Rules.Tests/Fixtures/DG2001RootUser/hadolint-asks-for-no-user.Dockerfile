# policy: profile=hadolint
# hadolint speaks of a USER that is root and lets its absence be.
FROM debian:13
RUN true
