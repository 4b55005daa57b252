# policy: schema=l:hash
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
LABEL l=main
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
