# syntax=docker/dockerfile:1
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
# expect DG4002 54-60
RUN --mount=type=cache,target=/var/cache/apt apt-get update && apt-get install -y --no-install-recommends tzdata
