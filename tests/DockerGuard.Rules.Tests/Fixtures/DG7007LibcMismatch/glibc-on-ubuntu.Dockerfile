# project: TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App; RuntimeIdentifiers=linux-x64,linux-arm64
FROM mcr.microsoft.com/dotnet/aspnet:10.0
