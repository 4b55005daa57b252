FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS latest
FROM latest
USER $APP_UID
