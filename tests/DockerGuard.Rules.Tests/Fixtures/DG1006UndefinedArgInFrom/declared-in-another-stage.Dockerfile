FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
ARG TAG=10.0
# expect DG1006 38-42
FROM mcr.microsoft.com/dotnet/aspnet:$TAG
