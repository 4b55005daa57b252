# project: TargetFramework=net8.0
# expect DG7004 6-43
FROM mcr.microsoft.com/dotnet/runtime:10.0
