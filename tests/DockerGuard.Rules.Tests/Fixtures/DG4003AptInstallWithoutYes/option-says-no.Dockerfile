FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
# expect DG4003 61-68
RUN apt-get update && apt-get -o APT::Get::Assume-Yes=false install --no-install-recommends tzdata && rm -rf /var/lib/apt/lists/*
