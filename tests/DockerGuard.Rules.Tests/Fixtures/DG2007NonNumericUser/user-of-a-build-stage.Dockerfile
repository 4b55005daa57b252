FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
USER ubuntu
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
