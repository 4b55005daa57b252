FROM mcr.microsoft.com/dotnet/aspnet:10.0
ARG APP_HOME
WORKDIR $APP_HOME
