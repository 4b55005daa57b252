# project: TargetFrameworks=net8.0,net10.0
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
FROM mcr.microsoft.com/dotnet/aspnet:8.0
