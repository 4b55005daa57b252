# project: TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App; RuntimeIdentifier=linux-x64
# expect DG7007 6-49
FROM mcr.microsoft.com/dotnet/aspnet:10.0-alpine
