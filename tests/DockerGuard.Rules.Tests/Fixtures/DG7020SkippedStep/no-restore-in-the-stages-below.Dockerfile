# project: MSBuildProjectFullPath=/repository/src/Web/Web.csproj; AssemblyName=Web; OutputType=Exe; TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App
# context: .
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS base
WORKDIR /src
COPY src/Web/*.csproj src/Web/
COPY src/Web/Program.cs src/Web/
RUN dotnet tool restore
FROM base AS build
# expect DG7020 5-57
RUN dotnet build src/Web/Web.csproj --no-restore -o /app
FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app /app
