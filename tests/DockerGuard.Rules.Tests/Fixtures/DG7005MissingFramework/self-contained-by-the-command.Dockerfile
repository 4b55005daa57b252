# project: MSBuildProjectFullPath=/repository/src/Web/Web.csproj; AssemblyName=Web; TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
COPY . .
RUN dotnet restore && dotnet publish src/Web/Web.csproj -c Release -r linux-x64 --self-contained true -o /app
FROM mcr.microsoft.com/dotnet/runtime-deps:10.0
COPY --from=build /app /app
