FROM mcr.microsoft.com/dotnet/aspnet:10.0
USER $APP_UID
COPY publish/ /app
# expect DG2001 6-9
USER 0:0
