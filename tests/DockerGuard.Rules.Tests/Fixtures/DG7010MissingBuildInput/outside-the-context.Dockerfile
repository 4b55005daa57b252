# project: MSBuildProjectFullPath=/repository/src/Web/Web.csproj; AssemblyName=Web; OutputType=Exe; TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App
# reads: Project=src/Lib/Lib.csproj
# context: src/Web
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
COPY . .
# expect DG7010 5-27
RUN dotnet publish -o /app
FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY --from=build /app /app
