FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
RUN apt-get install --dry-run tzdata && apt-get -s install curl
