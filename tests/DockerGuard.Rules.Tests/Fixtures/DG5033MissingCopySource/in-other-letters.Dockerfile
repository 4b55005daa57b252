# project: MSBuildProjectFullPath=/repository/src/Web/Web.csproj; AssemblyName=Web; OutputType=Exe; TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App
# holds: NuGet.Config=
# context: .
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
# expect DG5033 7-21
COPY ["nuget.config", "./"]
COPY src/Web/Web.csproj src/Web/
