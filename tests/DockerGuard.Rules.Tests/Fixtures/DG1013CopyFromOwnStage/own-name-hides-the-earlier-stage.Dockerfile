FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled AS build
# expect DG1013 13-18
COPY --from=build /app .
