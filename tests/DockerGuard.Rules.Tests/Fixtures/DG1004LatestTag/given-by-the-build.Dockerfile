# build: TAG=latest
ARG TAG=10.0
# expect DG1004 6-42
FROM mcr.microsoft.com/dotnet/aspnet:$TAG
