# project: MSBuildProjectFullPath=/repository/Web.csproj; AssemblyName=Web; OutputType=Exe; TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
RUN apt-get update && apt-get install -y google-chrome-stable
COPY . .
RUN dotnet publish Web.csproj -c Release -o /app
FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY --from=build /opt/google /opt/google
COPY --from=build /usr/games /usr/games
COPY --from=build /app /app
ENTRYPOINT ["dotnet", "/app/Web.dll"]
