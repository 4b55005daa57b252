FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN dotnet publish | tee log
FROM mcr.microsoft.com/dotnet/aspnet:10.0
# expect DG5002 1-11
ENTRYPOINT dotnet Web.dll
