# project: TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App; InvariantGlobalization=true
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
