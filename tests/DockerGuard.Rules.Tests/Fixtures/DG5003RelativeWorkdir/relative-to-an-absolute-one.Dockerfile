FROM mcr.microsoft.com/dotnet/sdk:10.0
WORKDIR /src
WORKDIR Web
