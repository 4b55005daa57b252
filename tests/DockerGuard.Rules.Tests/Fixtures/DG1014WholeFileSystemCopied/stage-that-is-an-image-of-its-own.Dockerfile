FROM mcr.microsoft.com/dotnet/sdk:10.0 AS sdk
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG1014 17-18
COPY --from=sdk / /
