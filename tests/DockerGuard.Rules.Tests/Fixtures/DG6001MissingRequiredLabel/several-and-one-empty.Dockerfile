# policy: required=org.opencontainers.image.source,org.opencontainers.image.version,com.contoso.team
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
LABEL com.contoso.team=shop
# expect DG6001 6-42
FROM mcr.microsoft.com/dotnet/aspnet:10.0
LABEL org.opencontainers.image.source=https://github.com/contoso/shop \
# expect DG6001 7-42
      org.opencontainers.image.version=""
