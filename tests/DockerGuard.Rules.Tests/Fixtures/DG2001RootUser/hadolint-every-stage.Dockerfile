# policy: profile=hadolint
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
USER app
# expect DG2001 6-10
USER root
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS test
USER root
USER app
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG2001 6-9
USER 0:0
