FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS sdk
FROM sdk
USER $APP_UID
