# project: MSBuildProjectFullPath=/repository/src/Web/Web.csproj; AssemblyName=Web; OutputType=Exe; TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App
# context: .
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
COPY src/Web/ Web/
RUN if [ -f src/Web/Web.csproj ]; then dotnet restore src/Web/Web.csproj; fi
RUN [ -d src ] && dotnet restore src/Web
RUN dotnet restore src/Web/Web.csproj || dotnet restore Web
RUN dotnet restore src/Web; true
FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app /app
