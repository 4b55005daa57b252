FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
# expect DG4003 31-38
RUN apt-get update && apt-get install --no-install-recommends libgdiplus && rm -rf /var/lib/apt/lists/*
