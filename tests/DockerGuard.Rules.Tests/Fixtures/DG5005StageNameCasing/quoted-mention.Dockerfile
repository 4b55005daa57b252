# expect DG5005 43-48
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS Build
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
COPY --from="Build" /out /app
