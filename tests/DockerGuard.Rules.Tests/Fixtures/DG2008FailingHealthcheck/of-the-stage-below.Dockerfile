FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS base
# expect DG2008 17-21
HEALTHCHECK CMD curl -f http://localhost:8080/health || exit 1

FROM base
COPY publish /app
