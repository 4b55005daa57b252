# policy: profile=strict
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
ARG PACKAGES
RUN apt-get update && apt-get install -y --no-install-recommends $PACKAGES && rm -rf /var/lib/apt/lists/*
