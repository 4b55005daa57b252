# project: MSBuildProjectFullPath=/repository/src/Web/Web.csproj; AssemblyName=Web; TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App
# expect DG7006 6-49
FROM mcr.microsoft.com/dotnet/aspnet:10.0-alpine
RUN apk add --no-cache tzdata && mkdir /data
ENV DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=false
