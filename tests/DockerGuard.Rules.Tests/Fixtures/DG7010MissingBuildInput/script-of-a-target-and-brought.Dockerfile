# project: MSBuildProjectFullPath=/repository/src/Web/Web.csproj; AssemblyName=Web; OutputType=Exe; TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App
# reads: Script=eng/gen.sh
# context: .
# holds: eng/gen.sh=
# runs: Build:Generate=script eng/gen.sh
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
COPY src/ src/
COPY --chmod=755 eng/gen.sh eng/
RUN dotnet publish src/Web/Web.csproj -c Release -o /app
FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app /app
