FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
# expect DG4003 34-41
RUN apt-get update && apt-get -q install --no-install-recommends tzdata && rm -rf /var/lib/apt/lists/*
