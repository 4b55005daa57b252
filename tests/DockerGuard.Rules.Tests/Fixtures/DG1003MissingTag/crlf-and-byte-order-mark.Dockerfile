# expect DG1003 6-37
FROM mcr.microsoft.com/dotnet/aspnet AS final
USER $APP_UID
