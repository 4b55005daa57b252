FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
ENV OUT=/out
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG5010 19-23
COPY --from=build $OUT /app
