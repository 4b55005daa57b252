FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# expect DG5001 1-4
ADD . /src
FROM mcr.microsoft.com/dotnet/aspnet:10.0
# expect DG5001 1-4
ADD \
    appsettings.json \
    /app/
