# project: MSBuildProjectFullPath=/repository/src/Web/Web.csproj; AssemblyName=Web; TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App
# expect DG7005 6-48
FROM mcr.microsoft.com/dotnet/runtime-deps:10.0
COPY publish/ /app
CMD ["dotnet", "/app/Web.dll"]
