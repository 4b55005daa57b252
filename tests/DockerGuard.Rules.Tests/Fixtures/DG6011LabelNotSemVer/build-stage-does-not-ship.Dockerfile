# policy: schema=l:semver
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
LABEL l=latest
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
