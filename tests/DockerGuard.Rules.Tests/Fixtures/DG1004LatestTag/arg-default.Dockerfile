ARG TAG=latest
# expect DG1004 6-44
FROM mcr.microsoft.com/dotnet/aspnet:${TAG}
