FROM mcr.microsoft.com/dotnet/sdk:10.0 AS api
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
COPY --from=app /app .
