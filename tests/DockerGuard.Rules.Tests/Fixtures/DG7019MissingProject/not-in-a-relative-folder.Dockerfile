# project: MSBuildProjectFullPath=/repository/Web.csproj; AssemblyName=Web; OutputType=Exe; TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App
# context: .
# holds: Web.csproj=
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR src
COPY . .
# expect DG7019 5-43
RUN dotnet publish /Web/Web.csproj -o /app
FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR app
COPY --from=build /app .
ENTRYPOINT ["dotnet", "/app/Web.dll"]
