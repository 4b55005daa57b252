# project: MSBuildProjectFullPath=/repository/src/Web/Web.csproj; AssemblyName=Web; OutputType=Exe; TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App
# context: .
# ignorefile: **/bin, **/obj
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
COPY . .
RUN dotnet build -c Release -f net9.0 src/Web/Web.csproj
# expect DG7020 5-79
RUN dotnet publish -c Release -f net10.0 --no-build src/Web/Web.csproj -o /app
FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app /app
