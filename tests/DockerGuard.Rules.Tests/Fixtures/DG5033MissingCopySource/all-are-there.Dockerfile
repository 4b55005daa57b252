# project: MSBuildProjectFullPath=/repository/src/Web/Web.csproj; AssemblyName=Web; OutputType=Exe; TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App
# holds: nginx.conf=; docker/entrypoint.sh=
# context: .
FROM nginx:1.27-alpine
COPY nginx.conf docker/entrypoint.sh /etc/nginx/
