# policy: profile=hadolint; schema=a:text; strict-labels=true
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# expect DG6005 7-12
LABEL stage=build
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
LABEL a=b
