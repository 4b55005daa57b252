# project: MSBuildProjectFullPath=/repository/src/Web/Web.csproj; AssemblyName=Web; TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App
FROM mcr.microsoft.com/dotnet/runtime-deps:10.0
COPY linux-x64/ /app
CMD ["/app/Web", "--urls", "http://+:8080"]
