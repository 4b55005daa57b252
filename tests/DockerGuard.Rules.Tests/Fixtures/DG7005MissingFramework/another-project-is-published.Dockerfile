# project: MSBuildProjectFullPath=/repository/src/Web/Web.csproj; AssemblyName=Web; TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
COPY . .
RUN dotnet publish src/Tool/Tool.csproj -r linux-x64 --self-contained -o /app
FROM mcr.microsoft.com/dotnet/runtime-deps:10.0
COPY --from=build /app /app
