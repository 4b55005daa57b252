# policy: profile=strict
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
ARG PACKAGES="curl tzdata"
# expect DG4001 66-77
RUN apt-get update && apt-get install -y --no-install-recommends ${PACKAGES} && rm -rf /var/lib/apt/lists/*
