# project: MSBuildProjectFullPath=/repository/Web.csproj; AssemblyName=Web; OutputType=Exe; TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App
FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS base
WORKDIR /app
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
COPY . .
RUN dotnet build Web.csproj -c Release -o /app/build
FROM build AS publish
RUN dotnet publish Web.csproj -c Release -o /app/publish
FROM base AS final
# expect DG7009 19-31
COPY --from=build /app/publish .
ENTRYPOINT ["dotnet", "Web.dll"]
