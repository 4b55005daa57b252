# expect DG1005 6-41
FROM mcr.microsoft.com/dotnet/aspnet:8.0
USER $APP_UID
