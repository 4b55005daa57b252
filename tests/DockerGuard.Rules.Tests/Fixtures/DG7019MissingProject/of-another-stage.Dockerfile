# project: MSBuildProjectFullPath=/repository/src/Web/Web.csproj; AssemblyName=Web; OutputType=Exe; TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App
# context: .
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS files
WORKDIR /src
COPY src/Web/ Web/
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
COPY --from=files /src/Web /src/src/Web
RUN dotnet publish /src/src/Web/Web.csproj -o /app
FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app /app
