# project: MSBuildProjectFullPath=/repository/src/Web/Web.csproj; AssemblyName=Web; OutputType=Exe; TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App
# reads: Import=Directory.Packages.props; Project=src/Lib/Lib.csproj
# context: .
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /repo
COPY Directory.Packages.props src/*/*.csproj ./
RUN for f in *.csproj; do mkdir -p "./src/${f%.csproj}"; mv "$f" "./src/${f%.csproj}/$f"; done
RUN dotnet restore src/Web/Web.csproj
COPY . .
RUN dotnet publish src/Web/Web.csproj --no-restore -o /app
FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY --from=build /app /app
