FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled AS base
# expect DG2003 5-39
ENV ASPNETCORE_ENVIRONMENT Development
FROM base
COPY publish/ /app
