FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
# expect DG4003 39-46
ONBUILD RUN apt-get update && apt-get install --no-install-recommends tzdata && rm -rf /var/lib/apt/lists/*
