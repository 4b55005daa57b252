# project: MSBuildProjectFullPath=/repository/src/Web/Web.csproj; AssemblyName=Web; TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
ARG RID=linux-x64
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.nuget/packages \
    dotnet publish src/Web/Web.csproj -r "$RID" --self-contained -o /app
# expect DG7007 6-55
FROM mcr.microsoft.com/dotnet/runtime-deps:10.0-alpine
COPY --from=build /app /app
