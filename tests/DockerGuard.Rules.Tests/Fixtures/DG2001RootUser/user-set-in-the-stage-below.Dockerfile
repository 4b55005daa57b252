FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS base
USER app
FROM base
COPY publish/ /app
