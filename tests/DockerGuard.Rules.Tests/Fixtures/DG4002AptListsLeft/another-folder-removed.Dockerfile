FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
# expect DG4002 32-38
RUN keys=$(mktemp -d); apt-get update && apt-get install -y --no-install-recommends tzdata && rm -rf "$keys" /var/cache/apt/*
