FROM mcr.microsoft.com/dotnet/aspnet:10.0
ENV APP_HOME=/app
WORKDIR $APP_HOME/web
