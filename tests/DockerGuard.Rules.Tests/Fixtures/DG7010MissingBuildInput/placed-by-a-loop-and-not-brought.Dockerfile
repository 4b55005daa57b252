# project: MSBuildProjectFullPath=/repository/src/Web/Web.csproj; AssemblyName=Web; OutputType=Exe; TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App
# reads: Project=src/Lib/Lib.csproj; Import=Directory.Packages.props
# context: .
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /repo
COPY src/*/*.csproj ./
RUN for f in *.csproj; do mkdir -p src/${f%.*} && mv $f src/${f%.*}/; done
COPY src/ src/
# expect DG7010 5-46
RUN dotnet publish src/Web/Web.csproj -o /app
FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY --from=build /app /app
