# expect DG1004 6-44
FROM mcr.microsoft.com/dotnet/aspnet:latest
USER $APP_UID
