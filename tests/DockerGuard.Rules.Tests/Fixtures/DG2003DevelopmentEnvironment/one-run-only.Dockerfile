FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
RUN ASPNETCORE_ENVIRONMENT=Development dotnet test
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
