# expect DG5005 43-48
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS BUILD
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
COPY --from=build \
  /out /app
