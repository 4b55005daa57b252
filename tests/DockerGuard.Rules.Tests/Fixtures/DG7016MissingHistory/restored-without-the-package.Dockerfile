# project: MSBuildProjectFullPath=/repository/src/Web/Web.csproj; AssemblyName=Web; OutputType=Exe; TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App; PackageReference=Nerdbank.GitVersioning
# context: .
# holds: .git/HEAD=
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
COPY src/ src/
RUN dotnet restore src/Web/Web.csproj -p:SkipVersion=true
RUN dotnet publish src/Web/Web.csproj --no-restore -o /app
FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY --from=build /app /app
