ARG VERSION=10.0
FROM mcr.microsoft.com/dotnet/sdk:$VERSION AS build
FROM mcr.microsoft.com/dotnet/aspnet:$VERSION
