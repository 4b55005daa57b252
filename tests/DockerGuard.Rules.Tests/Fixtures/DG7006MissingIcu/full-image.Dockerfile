# project: TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App; InvariantGlobalization=false
FROM mcr.microsoft.com/dotnet/aspnet:10.0
