# project: MSBuildProjectFullPath=/repository/Web.csproj; AssemblyName=Web; OutputType=Exe; TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
COPY . .
RUN dotnet build Web.csproj -c Release -o /app/build
FROM mcr.microsoft.com/dotnet/aspnet:10.0
# expect DG7009 19-31
COPY --from=build /app/publish /app
ENTRYPOINT ["dotnet", "/app/Web.dll"]
