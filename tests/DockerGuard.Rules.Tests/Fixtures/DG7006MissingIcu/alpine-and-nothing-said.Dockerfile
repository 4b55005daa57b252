# project: TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# expect DG7006 6-49
FROM mcr.microsoft.com/dotnet/aspnet:10.0-alpine
