FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled AS base
# expect DG2001 6-10
USER root
FROM base AS final
COPY publish/ /app
