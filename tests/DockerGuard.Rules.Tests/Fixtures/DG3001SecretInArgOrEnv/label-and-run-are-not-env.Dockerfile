FROM mcr.microsoft.com/dotnet/aspnet:10.0
LABEL token=none
RUN DB_PASSWORD=$(cat /run/secrets/db) ./migrate
