# build: target=app
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled AS app
WORKDIR /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble AS debug
RUN apt-get update && apt-get install -y --no-install-recommends gdb
