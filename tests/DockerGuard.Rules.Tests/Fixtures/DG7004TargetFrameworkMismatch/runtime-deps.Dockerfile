# project: TargetFramework=net10.0; PublishAot=true
FROM mcr.microsoft.com/dotnet/runtime-deps:8.0
