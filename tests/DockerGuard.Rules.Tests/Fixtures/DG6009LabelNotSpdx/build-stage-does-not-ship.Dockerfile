# policy: schema=l:spdx
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
LABEL l=Freeware
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
