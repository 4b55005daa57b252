# project: MSBuildProjectFullPath=/repository/src/Web/Web.csproj; AssemblyName=Web; TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
COPY . .
RUN dotnet publish src/Web -r linux-x64 --sc -o /out/web && dotnet publish src/Tool -o /out/tool
FROM mcr.microsoft.com/dotnet/runtime-deps:10.0
COPY --from=build /out/web /app
