FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
ARG ASPNETCORE_ENVIRONMENT=Development
COPY publish/ /app
