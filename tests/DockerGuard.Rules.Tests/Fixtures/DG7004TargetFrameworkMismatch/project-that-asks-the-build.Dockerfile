# project: MSBuildProjectFullPath=/repository/src/Web/Web.csproj; AssemblyName=Web; TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App; DecidingProperties=UseOldDotNet
FROM mcr.microsoft.com/dotnet/sdk:8.0 AS build
ENV USEOLDDOTNET=true
COPY . /src
RUN dotnet publish /src/src/Web -o /app
FROM mcr.microsoft.com/dotnet/aspnet:8.0
COPY --from=build /app /app
