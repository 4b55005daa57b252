# project: TargetFramework=netcoreapp3.0
FROM mcr.microsoft.com/dotnet/core/runtime:3.1
