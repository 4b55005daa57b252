# expect DG3001 5-17
ARG GITHUB_TOKEN
FROM mcr.microsoft.com/dotnet/aspnet:10.0
