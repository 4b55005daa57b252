FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS base
HEALTHCHECK CMD curl -f http://localhost:8080/health || exit 1

FROM base
RUN apt-get update && apt-get install -y --no-install-recommends curl
COPY publish /app
