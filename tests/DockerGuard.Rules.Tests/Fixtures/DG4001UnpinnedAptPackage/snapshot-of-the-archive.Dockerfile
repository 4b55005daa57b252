# policy: profile=strict
FROM debian:12.11
RUN echo "deb [check-valid-until=no] https://snapshot.debian.org/archive/debian/20261101T000000Z bookworm main" > /etc/apt/sources.list
RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
