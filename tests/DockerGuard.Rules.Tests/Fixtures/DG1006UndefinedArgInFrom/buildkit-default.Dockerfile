# policy: profile=buildkit
# expect DG1006 38-47
FROM mcr.microsoft.com/dotnet/aspnet:${VERSION:-10.0}
