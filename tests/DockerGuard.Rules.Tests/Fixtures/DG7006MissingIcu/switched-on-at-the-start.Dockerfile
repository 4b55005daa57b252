# project: MSBuildProjectFullPath=/repository/src/Web/Web.csproj; AssemblyName=Web; TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App
FROM mcr.microsoft.com/dotnet/aspnet:10.0-alpine
RUN apk add --no-cache icu-libs
ENTRYPOINT ["env", "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=0", "dotnet", "Web.dll"]
