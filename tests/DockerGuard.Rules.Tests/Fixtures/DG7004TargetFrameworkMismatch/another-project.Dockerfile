# project: MSBuildProjectFullPath=/repository/src/Web/Web.csproj; AssemblyName=Web; TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App
FROM mcr.microsoft.com/dotnet/sdk:8.0 AS build
COPY . /src
RUN dotnet publish /src/src/Old/Old.csproj -o /app
FROM mcr.microsoft.com/dotnet/aspnet:8.0
COPY --from=build /app /app
