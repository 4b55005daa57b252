# project: MSBuildProjectFullPath=/repository/src/Web/Web.csproj; AssemblyName=Web; OutputType=Exe; TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App
# context: .
# ignorefile: **/bin, **/obj
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
ARG CONF
COPY . .
RUN dotnet build -c $CONF src/Web/Web.csproj
RUN dotnet publish -c Release --no-build src/Web/Web.csproj -o /app
RUN dotnet build && dotnet publish -c Release --no-build
FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app /app
