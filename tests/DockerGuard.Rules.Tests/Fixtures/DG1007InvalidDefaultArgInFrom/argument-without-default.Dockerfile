ARG TAG
# expect DG1007 6-42
FROM mcr.microsoft.com/dotnet/aspnet:$TAG
