# project: MSBuildProjectFullPath=/repository/src/Web/Web.csproj; AssemblyName=Web; OutputType=Exe; TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App
# context: .
# ignorefile: **/bin, **/obj
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
ARG TARGETARCH
COPY . .
RUN dotnet restore -r linux-x64 src/Web/Web.csproj
RUN dotnet publish -r linux-x64 --no-restore src/Web/Web.csproj -o /app
RUN dotnet publish -a $TARGETARCH --no-restore src/Web/Web.csproj -o /app
FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app /app
