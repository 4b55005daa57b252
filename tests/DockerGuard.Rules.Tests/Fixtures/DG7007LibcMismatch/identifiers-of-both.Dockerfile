# project: TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App; RuntimeIdentifiers=linux-x64,linux-musl-x64,win-x64
FROM mcr.microsoft.com/dotnet/aspnet:10.0-alpine
