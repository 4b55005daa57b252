# project: MSBuildProjectFullPath=/repository/src/Web/Web.csproj; AssemblyName=Web; OutputType=Exe; TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App
# holds: docker/readme.md=
# context: . inferred
FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY src/Web/ /app/
# expect DG5033 6-26
COPY docker/entrypoint.sh /entrypoint.sh
