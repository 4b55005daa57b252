# project: MSBuildProjectFullPath=/repository/src/Web/Web.csproj; AssemblyName=Web; OutputType=Exe; TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App
# context: .
# holds: tests/Web.Tests/Web.Tests.csproj=
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
COPY src/Web/ src/Web/
RUN dotnet build src/Web/Web.csproj
# expect DG7019 5-62
RUN dotnet test tests/Web.Tests/Web.Tests.csproj --no-restore
FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app /app
