# project: TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App; PublishAot=true
FROM mcr.microsoft.com/dotnet/runtime-deps:10.0-noble-chiseled
