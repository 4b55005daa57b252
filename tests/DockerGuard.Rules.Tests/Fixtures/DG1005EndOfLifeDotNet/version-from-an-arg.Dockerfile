ARG DOTNET_VERSION=9.0
# expect DG1005 6-53
FROM mcr.microsoft.com/dotnet/aspnet:$DOTNET_VERSION
