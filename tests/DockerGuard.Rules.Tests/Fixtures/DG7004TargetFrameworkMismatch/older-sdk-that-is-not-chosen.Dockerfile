# project: MSBuildProjectFullPath=/repository/src/Web/Web.csproj; AssemblyName=Web; TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App
ARG SDK=10.0
FROM mcr.microsoft.com/dotnet/sdk:8.0 AS dotnet-sdk-8.0
FROM mcr.microsoft.com/dotnet/sdk:9.0 AS dotnet-sdk-9.0
COPY . /src
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS dotnet-sdk-10.0
FROM dotnet-sdk-${SDK} AS build
COPY . /src
RUN dotnet publish /src/src/Web -o /app
FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY --from=build /app /app
