# policy: required=org.opencontainers.image.source,com.contoso.team
FROM mcr.microsoft.com/dotnet/aspnet:10.0
LABEL org.opencontainers.image.source="https://github.com/contoso/shop" com.contoso.team=shop
