# project: MSBuildProjectFullPath=/repository/Web.csproj; AssemblyName=Web; OutputType=Exe; TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /usr/src/app
COPY . .
RUN dotnet publish Web.csproj -c Release -o /opt/app
FROM mcr.microsoft.com/dotnet/aspnet:10.0
# expect DG7009 19-27
COPY --from=build /opt/out /app
ENTRYPOINT ["dotnet", "/app/Web.dll"]
