# project: MSBuildProjectFullPath=/repository/src/Web/Web.csproj; AssemblyName=Web; OutputType=Exe; TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App
# context: .
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
ARG FEED_USER
WORKDIR /src
COPY . .
RUN dotnet nuget add source https://feed.contoso.com/v3/index.json -n contoso -u $FEED_USER
RUN dotnet publish src/Web/Web.csproj -o /app
FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
# expect DG7008 24-31
ENTRYPOINT ["dotnet", "Wbe.dll"]
