# policy: profile=hadolint
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
# expect DG4001 66-70
RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
