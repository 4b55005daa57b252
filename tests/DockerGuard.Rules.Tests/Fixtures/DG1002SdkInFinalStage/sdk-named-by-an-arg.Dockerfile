ARG BASE=sdk
ARG VERSION=10.0
# expect DG1002 6-47
FROM mcr.microsoft.com/dotnet/$BASE:${VERSION}
ENTRYPOINT ["dotnet", "watch"]
