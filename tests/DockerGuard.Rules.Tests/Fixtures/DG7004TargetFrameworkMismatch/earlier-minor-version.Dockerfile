# project: TargetFramework=netcoreapp3.1
# expect DG7004 6-47
FROM mcr.microsoft.com/dotnet/core/runtime:3.0
