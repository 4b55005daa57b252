ARG TAG=10.0
FROM mcr.microsoft.com/dotnet/aspnet:$TAG
