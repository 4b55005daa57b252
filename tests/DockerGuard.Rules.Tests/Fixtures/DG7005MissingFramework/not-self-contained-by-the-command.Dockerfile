# project: MSBuildProjectFullPath=/repository/src/Web/Web.csproj; AssemblyName=Web; TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App; SelfContained=true; RuntimeIdentifier=linux-x64
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
COPY . /src
RUN ["dotnet", "publish", "/src/src/Web", "--no-self-contained", "-o", "/app"]
# expect DG7005 6-48
FROM mcr.microsoft.com/dotnet/runtime-deps:10.0
COPY --from=build /app /app
