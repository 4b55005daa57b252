# project: MSBuildProjectFullPath=/repository/src/Web/Web.csproj; AssemblyName=Web; TargetFrameworks=net8.0,net10.0; FrameworkReference=Microsoft.AspNetCore.App
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
COPY . /src
RUN dotnet publish /src/src/Web -f net10.0 -o /app
# expect DG7004 6-41
FROM mcr.microsoft.com/dotnet/aspnet:8.0
COPY --from=build /app /app
