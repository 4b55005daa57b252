# project: MSBuildProjectFullPath=/repository/src/Web/Web.csproj; AssemblyName=Web; TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src/src/Web
COPY . /src
RUN <<EOF
set -e
dotnet restore
dotnet publish --no-restore /p:PublishAot=true -o /app
EOF
FROM mcr.microsoft.com/dotnet/runtime-deps:10.0
COPY --from=build /app /app
