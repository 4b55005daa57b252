# policy: profile=hadolint
FROM debian:13
HEALTHCHECK NONE
HEALTHCHECK --interval=5s CMD ["curl", "-f", "http://localhost"]
# expect DG5002 1-12
HEALTHCHECK --interval=5s CMD curl -f http://localhost
