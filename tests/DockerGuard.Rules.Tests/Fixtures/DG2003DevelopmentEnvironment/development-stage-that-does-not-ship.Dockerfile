FROM mcr.microsoft.com/dotnet/sdk:10.0 AS dev
ENV ASPNETCORE_ENVIRONMENT=Development
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
COPY publish/ /app
