FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
ENV DEBIAN_FRONTEND=noninteractive
RUN apt-get update \
# expect DG4003 44-51
 && DEBIAN_FRONTEND=noninteractive apt-get install --no-install-recommends tzdata \
 && rm -rf /var/lib/apt/lists/*
