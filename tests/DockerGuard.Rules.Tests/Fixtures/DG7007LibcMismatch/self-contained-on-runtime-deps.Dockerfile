# project: TargetFramework=net10.0; SelfContained=true; RuntimeIdentifier=linux-arm64
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# expect DG7007 6-59
FROM mcr.microsoft.com/dotnet/runtime-deps:10.0-alpine3.24 AS final
