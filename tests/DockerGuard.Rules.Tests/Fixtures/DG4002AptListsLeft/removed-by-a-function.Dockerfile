FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
RUN clean() { apt-get clean; rm -rf /var/lib/apt/lists/*; }; \
    apt-get update && apt-get install -y --no-install-recommends tzdata && clean
