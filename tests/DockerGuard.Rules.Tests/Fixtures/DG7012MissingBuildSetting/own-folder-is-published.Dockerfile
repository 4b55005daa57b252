# project: MSBuildProjectFullPath=/repository/src/Web/Web.csproj; AssemblyName=Web; OutputType=Exe; TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App
# reads: Import=Directory.Build.props
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src/src/Web
COPY src/Web/Web.csproj .
RUN dotnet restore
COPY src/Web .
# expect DG7012 5-27
RUN dotnet publish -o /app
FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY --from=build /app /app
