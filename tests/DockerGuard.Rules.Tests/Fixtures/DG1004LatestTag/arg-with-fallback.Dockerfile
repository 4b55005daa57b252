ARG TAG
# expect DG1004 6-52
FROM mcr.microsoft.com/dotnet/aspnet:${TAG:-latest}
