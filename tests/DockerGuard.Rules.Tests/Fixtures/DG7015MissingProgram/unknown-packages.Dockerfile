# project: MSBuildProjectFullPath=/repository/src/Web/Web.csproj; AssemblyName=Web; OutputType=Exe; TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App
# context: .
# runs: Publish:PublishSpa:SkipSpa=npm ci
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
ARG PACKAGES
RUN apt-get update && apt-get install -y --no-install-recommends $PACKAGES
WORKDIR /src
COPY . .
RUN dotnet publish src/Web/Web.csproj -c Release -o /app/publish

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app/publish .
USER $APP_UID
ENTRYPOINT ["dotnet", "Web.dll"]
