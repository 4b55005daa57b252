# project: MSBuildProjectFullPath=/repository/src/Web/Web.csproj; AssemblyName=Web; OutputType=Exe; TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App
# reads: Import:Directory.Build.props=src/Directory.Build.props
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
COPY src/Directory.Build.props src/Web/ ./
RUN dotnet publish Web.csproj -o /app
FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY --from=build /app /app
