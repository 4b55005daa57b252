# policy: profile=hadolint
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# expect DG2007 6-11
USER build
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG2007 6-14
USER $APP_UID
