# project: TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App
# expect DG7004 6-38
FROM mcr.microsoft.com/dotnet/sdk:9.0 AS build
RUN dotnet publish -o /app
FROM mcr.microsoft.com/dotnet/aspnet:10.0
