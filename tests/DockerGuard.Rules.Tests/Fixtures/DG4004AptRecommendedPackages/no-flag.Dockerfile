FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
# expect DG4004 31-38
RUN apt-get update && apt-get install -y libgdiplus && rm -rf /var/lib/apt/lists/*
