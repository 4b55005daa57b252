FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
RUN apt-get update && echo "apt-get install curl" && rm -rf /var/lib/apt/lists/*
