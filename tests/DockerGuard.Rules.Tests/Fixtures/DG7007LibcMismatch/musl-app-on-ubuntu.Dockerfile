# project: TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App; RuntimeIdentifiers=linux-musl-x64,linux-musl-arm64
# expect DG7007 6-57
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
