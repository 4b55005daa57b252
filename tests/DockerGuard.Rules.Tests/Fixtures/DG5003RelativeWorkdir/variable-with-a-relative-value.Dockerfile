FROM mcr.microsoft.com/dotnet/aspnet:10.0
ARG HOME_DIR=app
# expect DG5003 9-18
WORKDIR $HOME_DIR
