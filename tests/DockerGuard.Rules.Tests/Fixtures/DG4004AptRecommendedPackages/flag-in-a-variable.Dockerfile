FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
ENV APT_OPTIONS="-y --no-install-recommends"
RUN apt-get update && apt-get install $APT_OPTIONS tzdata && rm -rf /var/lib/apt/lists/*
