# policy: profile=strict
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
RUN set -e; packages="libicu74=74.2-1ubuntu3 tzdata"; \
# expect DG4001 64-73
    apt-get update; apt-get install -y --no-install-recommends $packages; rm -rf /var/lib/apt/lists/*
