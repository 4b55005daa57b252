# project: TargetFramework=net10.0; RollForward=Major
# expect DG7004 6-41
FROM mcr.microsoft.com/dotnet/aspnet:8.0
