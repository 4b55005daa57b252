# policy: profile=strict
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
RUN packages="libicu74=74.2-1ubuntu3 tzdata=2025b-0ubuntu0.24.04" \
 && apt-get update && apt-get install -y --no-install-recommends $packages && rm -rf /var/lib/apt/lists/*
