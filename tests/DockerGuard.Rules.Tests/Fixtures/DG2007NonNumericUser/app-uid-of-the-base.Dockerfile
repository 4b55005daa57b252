FROM mcr.microsoft.com/dotnet/aspnet:10.0
USER $APP_UID
