# project: TargetFramework=net8.0; RollForward=Major
FROM mcr.microsoft.com/dotnet/aspnet:10.0
