# build: TAG=10.0
ARG TAG
FROM mcr.microsoft.com/dotnet/aspnet:$TAG
