# project: MSBuildProjectFullPath=/repository/src/Web/Web.csproj; AssemblyName=Web; TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
ARG OPTIONS="--self-contained -r linux-x64"
COPY . /src
RUN dotnet publish /src/src/Web/Web.csproj $OPTIONS -o /app
FROM mcr.microsoft.com/dotnet/runtime-deps:10.0
COPY --from=build /app /app
