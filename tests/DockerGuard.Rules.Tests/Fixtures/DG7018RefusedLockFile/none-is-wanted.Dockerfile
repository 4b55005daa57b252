# project: MSBuildProjectFullPath=/repository/src/Web/Web.csproj; AssemblyName=Web; OutputType=Exe; TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App
# context: .
# reads: LockFile=src/Web/packages.lock.json
# holds: src/Web/packages.lock.json=net10.0 net10.0/linux-x64
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
COPY . .
# expect DG7018 5-52
RUN dotnet restore src/Web/Web.csproj --locked-mode
RUN dotnet publish src/Web/Web.csproj -c Release -o /app/publish --no-restore

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app/publish .
USER $APP_UID
ENTRYPOINT ["dotnet", "Web.dll"]
