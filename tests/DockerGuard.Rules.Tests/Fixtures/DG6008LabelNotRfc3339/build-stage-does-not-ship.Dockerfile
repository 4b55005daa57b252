# policy: schema=l:rfc3339
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
LABEL l=yesterday
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
