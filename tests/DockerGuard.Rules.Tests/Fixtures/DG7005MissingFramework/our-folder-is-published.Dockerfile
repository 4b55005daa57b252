# project: MSBuildProjectFullPath=/repository/src/Web/Web.csproj; AssemblyName=Web; TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
COPY ["src/Web/Web.csproj", "src/Web/"]
RUN dotnet restore src/Web
COPY . .
WORKDIR "/src/src/Web"
RUN dotnet build -c Release -o /app/build
FROM build AS publish
RUN (cd /tmp && true); dotnet publish -c Release -o /app/publish -p:UseAppHost=false
# expect DG7005 6-43
FROM mcr.microsoft.com/dotnet/runtime:10.0
COPY --from=publish /app/publish .
