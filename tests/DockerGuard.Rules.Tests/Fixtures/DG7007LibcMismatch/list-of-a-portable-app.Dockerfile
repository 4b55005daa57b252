# project: MSBuildProjectFullPath=/repository/src/Web/Web.csproj; AssemblyName=Web; TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App; RuntimeIdentifiers=linux-x64,win-x64
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
COPY . /src
RUN dotnet publish /src/src/Web -o /app
FROM mcr.microsoft.com/dotnet/aspnet:10.0-alpine
COPY --from=build /app /app
