# project: MSBuildProjectFullPath=/repository/src/Web/Web.csproj; AssemblyName=Web; TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
COPY . .
RUN cd src/Tool && dotnet publish -o /app
FROM mcr.microsoft.com/dotnet/runtime:10.0
COPY --from=build /app /app
