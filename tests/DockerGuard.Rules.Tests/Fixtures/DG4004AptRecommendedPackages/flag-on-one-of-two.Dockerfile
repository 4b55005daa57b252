FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
RUN apt-get update \
 # fonts
 && apt-get install -y --no-install-recommends fontconfig \
# expect DG4004 13-20
 && apt-get install -y \
      # time zones
      tzdata \
 && rm -rf /var/lib/apt/lists/*
