FROM mcr.microsoft.com/dotnet/aspnet:10.0
# expect DG2002 8-14
# expect DG2002 20-23
EXPOSE 80/tcp 8080 443
USER $APP_UID
