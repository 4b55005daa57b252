# build: ENVIRONMENT=Production
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
ARG ENVIRONMENT=Development
ENV ASPNETCORE_ENVIRONMENT=$ENVIRONMENT
