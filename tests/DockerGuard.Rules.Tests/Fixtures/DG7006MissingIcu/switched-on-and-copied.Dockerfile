# project: MSBuildProjectFullPath=/repository/src/Web/Web.csproj; AssemblyName=Web; TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
COPY --from=ubuntu:24.04 /usr/lib/x86_64-linux-gnu/libicu* /usr/lib/x86_64-linux-gnu/
ENV DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=false
