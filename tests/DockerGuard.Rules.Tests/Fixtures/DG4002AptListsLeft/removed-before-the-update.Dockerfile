FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
# expect DG4002 44-50
RUN rm -rf /var/lib/apt/lists/* && apt-get update && apt-get install -y --no-install-recommends tzdata
