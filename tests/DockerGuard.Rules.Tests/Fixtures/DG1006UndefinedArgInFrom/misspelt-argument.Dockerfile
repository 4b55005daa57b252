ARG DOTNET_VERSION=10.0
# expect DG1006 38-54
FROM mcr.microsoft.com/dotnet/aspnet:${DOTNET_VERSON}-noble-chiseled
