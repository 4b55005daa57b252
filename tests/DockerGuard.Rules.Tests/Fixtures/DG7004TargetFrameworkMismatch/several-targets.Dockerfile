# project: TargetFrameworks=net9.0,net10.0
# expect DG7004 6-38
FROM mcr.microsoft.com/dotnet/sdk:8.0 AS build
RUN dotnet publish -o /app
# expect DG7004 6-41
FROM mcr.microsoft.com/dotnet/aspnet:8.0
