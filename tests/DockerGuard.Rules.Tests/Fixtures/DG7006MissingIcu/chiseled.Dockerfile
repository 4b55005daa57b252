# project: TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App; InvariantGlobalization=false
# expect DG7006 6-57
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
