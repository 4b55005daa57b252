# project: TargetFramework=net10.0; SelfContained=true; RuntimeIdentifier=linux-x64
FROM mcr.microsoft.com/dotnet/runtime-deps:10.0
