# policy: profile=hadolint
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# expect DG6004 7-12
# expect DG6004 19-27
LABEL Stage=build build$id=b
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG6004 7-40
LABEL com.docker.desktop.extension.icon=x
