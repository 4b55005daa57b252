# project: MSBuildProjectFullPath=/repository/src/Web/Web.csproj; AssemblyName=Web; OutputType=Exe; TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App; PublishDir=bin/Release/net10.0/publish/
# context: .
# holds: .git/HEAD=
# ignorefile: .git
# runs: Publish:Stamp=git rev-parse HEAD
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
COPY . .
RUN dotnet build src/Web/Web.csproj -c Release
# expect DG7016 5-57
RUN dotnet publish src/Web/Web.csproj -c Release -o /app
FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app /app
