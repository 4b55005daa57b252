# project: MSBuildProjectFullPath=/repository/src/Web/Web.csproj; AssemblyName=Web; OutputType=Exe; TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App
# context: .
# ignorefile: **/bin, **/obj
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
COPY . .
RUN dotnet restore "-p:RuntimeIdentifiers=linux-arm64" src/Web/Web.csproj && dotnet publish src/Web/Web.csproj -r linux-arm64 --no-restore -o /app

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS variable
ENV runtimeidentifier=linux-x64
WORKDIR /src
COPY . .
RUN dotnet restore src/Web/Web.csproj
RUN dotnet publish src/Web/Web.csproj -r linux-x64 --no-restore -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app /app
COPY --from=variable /app /other
