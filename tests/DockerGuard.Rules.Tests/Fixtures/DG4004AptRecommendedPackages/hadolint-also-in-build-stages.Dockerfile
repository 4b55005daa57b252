# policy: profile=hadolint
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# expect DG4004 13-20
RUN apt-get install -y clang=1

FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
WORKDIR /app
