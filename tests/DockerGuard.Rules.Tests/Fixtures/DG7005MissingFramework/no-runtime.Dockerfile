# project: TargetFramework=net10.0
# expect DG7005 6-48
FROM mcr.microsoft.com/dotnet/runtime-deps:10.0
