FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
FROM build AS publish
WORKDIR Web
