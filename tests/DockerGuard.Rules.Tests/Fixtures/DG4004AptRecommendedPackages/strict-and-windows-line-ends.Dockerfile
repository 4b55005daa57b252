# policy: profile=strict
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
RUN apt-get update && \
# expect DG4004 13-20
    apt-get install -y tzdata=2025b-0ubuntu0.24.04 && \
    rm -rf /var/lib/apt/lists/*
