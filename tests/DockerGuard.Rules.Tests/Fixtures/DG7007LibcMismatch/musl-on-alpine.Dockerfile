# project: TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App; RuntimeIdentifier=linux-musl-x64
FROM mcr.microsoft.com/dotnet/aspnet:10.0-alpine
