# policy: schema=l:email
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
LABEL l=anna
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
