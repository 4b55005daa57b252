# project: TargetFramework=net10.0; FrameworkReference=Microsoft.NETCore.App
FROM mcr.microsoft.com/dotnet/runtime:10.0
