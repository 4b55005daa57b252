# project: TargetFramework=netstandard2.0; TargetFrameworkIdentifier=.NETStandard; TargetFrameworkVersion=v2.0
FROM mcr.microsoft.com/dotnet/aspnet:8.0
