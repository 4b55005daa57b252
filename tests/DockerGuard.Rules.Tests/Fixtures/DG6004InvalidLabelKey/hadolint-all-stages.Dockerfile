# policy: profile=hadolint
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# expect DG6004 7-12
LABEL Stage=build
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG6004 7-40
LABEL com.docker.desktop.extension.icon=x
