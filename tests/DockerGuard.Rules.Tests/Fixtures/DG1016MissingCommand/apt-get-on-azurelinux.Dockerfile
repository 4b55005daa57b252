FROM mcr.microsoft.com/dotnet/sdk:8.0-azurelinux3.0 AS build
# expect DG1016 13-20
RUN set -e; apt-get update; apt-get install -y nodejs
