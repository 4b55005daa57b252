# project: MSBuildProjectFullPath=/repository/src/Web/Web.csproj; AssemblyName=Web; TargetFramework=net6.0; FrameworkReference=Microsoft.AspNetCore.App
FROM mcr.microsoft.com/dotnet/sdk:6.0 AS build
COPY . /src
RUN dotnet publish /src/src/Web/Web.csproj -r linux-x64 -o /app
FROM mcr.microsoft.com/dotnet/runtime-deps:6.0
COPY --from=build /app /app
