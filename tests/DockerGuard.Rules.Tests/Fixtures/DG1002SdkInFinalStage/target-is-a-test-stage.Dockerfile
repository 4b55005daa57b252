# build: target=test
# expect DG1002 6-39
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS test
RUN dotnet test
FROM mcr.microsoft.com/dotnet/aspnet:10.0
USER $APP_UID
