# project: OutputType=Exe; TargetFramework=net10.0; Configuration=Debug; DecidingProperties=Configuration
# release: InvariantGlobalization=true
FROM mcr.microsoft.com/dotnet/runtime:10.0-alpine
COPY publish /app
