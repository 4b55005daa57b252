# project: MSBuildProjectFullPath=/repository/src/Web/Web.csproj; AssemblyName=Web; OutputType=Exe; TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App; PublishDir=bin/Release/net10.0/publish/
# context: .
# holds: eng/banner.txt=
# runs: Publish:Stage=copy eng/banner.txt
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
COPY src/ src/
RUN dotnet build src/Web/Web.csproj -c Release
# expect DG7010 5-57
RUN dotnet publish src/Web/Web.csproj -c Release -o /app
FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app /app
