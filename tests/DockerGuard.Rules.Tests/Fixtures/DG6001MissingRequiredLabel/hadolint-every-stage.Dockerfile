# policy: profile=hadolint; required=team
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# expect DG6001 6-39
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS test
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled AS base
FROM base
LABEL team=shop
COPY --from=build /app /app
