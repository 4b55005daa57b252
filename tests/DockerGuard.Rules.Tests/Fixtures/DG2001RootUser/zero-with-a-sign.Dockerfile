FROM mcr.microsoft.com/dotnet/aspnet:10.0
USER $APP_UID
# expect DG2001 6-11
USER -0:+0
