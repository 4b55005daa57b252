# policy: required=org.opencontainers.image.source
# expect DG6001 6-42
FROM mcr.microsoft.com/dotnet/aspnet:10.0
LABEL org.OpenContainers.image.source=https://github.com/contoso/shop
