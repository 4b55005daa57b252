# policy: profile=strict
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
RUN apt-get update \
 && apt-get install -y --no-install-recommends \
    libgdiplus=6.1+dfsg-1build1 \
# expect DG4001 5-19
    libfontconfig1 \
    tzdata \
 && rm -rf /var/lib/apt/lists/*
