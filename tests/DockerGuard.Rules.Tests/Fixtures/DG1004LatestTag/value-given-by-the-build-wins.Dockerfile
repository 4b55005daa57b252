# build: TAG=10.0
ARG TAG=latest
FROM mcr.microsoft.com/dotnet/aspnet:$TAG
