# project: MSBuildProjectFullPath=/repository/src/Web/Web.csproj; AssemblyName=Web; TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App; PublishAot=true
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src/src/Web
COPY src/Web .
RUN dotnet publish -o /app
# expect DG7007 6-55
FROM mcr.microsoft.com/dotnet/runtime-deps:10.0-alpine
COPY --from=build /app /app
