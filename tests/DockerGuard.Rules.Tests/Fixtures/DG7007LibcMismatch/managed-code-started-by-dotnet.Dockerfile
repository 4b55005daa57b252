# project: MSBuildProjectFullPath=/repository/src/Web/Web.csproj; AssemblyName=Web; TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
COPY . /src
RUN dotnet publish /src/src/Web -r linux-x64 --self-contained false -o /app
FROM mcr.microsoft.com/dotnet/aspnet:10.0-alpine
COPY --from=build /app /app
ENTRYPOINT ["dotnet", "Web.dll"]
