# policy: schema=l:url
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
LABEL l=github.com/contoso/shop
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
