# expect DG1008 17-28
FROM --platform=linux/amd64 mcr.microsoft.com/dotnet/sdk:10.0 AS build
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
