FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
# expect DG4005 5-8
# expect DG4005 19-22
RUN apt update && apt install -y --no-install-recommends tzdata && rm -rf /var/lib/apt/lists/*
