# project: MSBuildProjectFullPath=/repository/Web.csproj; AssemblyName=Web; OutputType=Exe; TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
RUN mkdir -p /data/keys /app
COPY . .
RUN dotnet publish Web.csproj -c Release -o /app
FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY --from=build /data /data
COPY --from=build /data/keys /keys
COPY --from=build /app /app
ENTRYPOINT ["dotnet", "/app/Web.dll"]
