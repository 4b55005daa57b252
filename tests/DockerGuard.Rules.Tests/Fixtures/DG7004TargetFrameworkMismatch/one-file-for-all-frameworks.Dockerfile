# project: TargetFramework=net8.0; TargetFrameworks=net8.0,net10.0
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
COPY publish/ /app
ENTRYPOINT ["dotnet", "/app/Web.dll"]
