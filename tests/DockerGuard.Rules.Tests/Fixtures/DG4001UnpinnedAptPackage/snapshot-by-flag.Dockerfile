# policy: profile=strict
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
RUN apt-get update --snapshot 20261101T000000Z && apt-get install -y --no-install-recommends --snapshot 20261101T000000Z curl && rm -rf /var/lib/apt/lists/*
