FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# expect DG5003 9-18
WORKDIR "src/web"
FROM mcr.microsoft.com/dotnet/aspnet:10.0
# expect DG5003 9-14
WORKDIR ./app
