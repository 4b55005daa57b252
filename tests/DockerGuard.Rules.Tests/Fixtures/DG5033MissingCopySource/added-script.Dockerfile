# project: MSBuildProjectFullPath=/repository/src/Web/Web.csproj; AssemblyName=Web; OutputType=Exe; TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App
# holds: .dockerignore=
# context: . inferred
FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY . /app/
# expect DG5033 5-18
ADD entrypoint.sh /entrypoint.sh
