# policy: profile=strict
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
RUN apt-get update && apt-get install -y --no-install-recommends curl=8.5.0-2ubuntu10.6 wget- && rm -rf /var/lib/apt/lists/*
