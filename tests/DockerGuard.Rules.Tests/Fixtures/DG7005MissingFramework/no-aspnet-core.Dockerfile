# project: TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# expect DG7005 6-58
FROM mcr.microsoft.com/dotnet/runtime:10.0-noble-chiseled
