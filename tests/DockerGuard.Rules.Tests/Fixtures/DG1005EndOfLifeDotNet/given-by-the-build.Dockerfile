# build: DOTNET_VERSION=10.0
ARG DOTNET_VERSION=8.0
FROM mcr.microsoft.com/dotnet/aspnet:$DOTNET_VERSION
