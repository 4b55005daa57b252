# expect DG1003 6-37
FROM mcr.microsoft.com/dotnet/aspnet
USER $APP_UID
