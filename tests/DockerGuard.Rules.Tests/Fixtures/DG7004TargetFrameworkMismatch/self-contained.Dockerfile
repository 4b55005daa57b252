# project: TargetFramework=net10.0; SelfContained=true; RuntimeIdentifier=linux-x64
FROM mcr.microsoft.com/dotnet/aspnet:8.0
