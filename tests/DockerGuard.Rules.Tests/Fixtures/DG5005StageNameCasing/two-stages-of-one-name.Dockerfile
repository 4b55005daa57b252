# expect DG5005 43-48
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS Build
# expect DG5005 61-66
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled AS BUILD
COPY --from=Build /out /app
