# policy: profile=strict
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
ARG CURL_VERSION
RUN apt-get update && apt-get install -y --no-install-recommends curl=$CURL_VERSION && rm -rf /var/lib/apt/lists/*
