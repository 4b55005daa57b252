# project: MSBuildProjectFullPath=/repository/src/Web/Web.csproj; AssemblyName=Web; OutputType=Exe; TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App
# reads: Import=Directory.Build.props; Import::Directory.Build.props=build/common.props; Import::build/common.props=build/more.props; Property:AssemblyOriginatorKeyFile:build/more.props=keys/web.snk; Item:Compile:Directory.Build.props=shared/Version.cs
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
COPY Directory.Build.props .
COPY src/ src/
# expect DG7010 5-46
RUN dotnet publish src/Web/Web.csproj -o /app
FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY --from=build /app /app
