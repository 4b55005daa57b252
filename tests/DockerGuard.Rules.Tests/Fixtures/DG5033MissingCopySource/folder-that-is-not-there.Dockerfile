# project: MSBuildProjectFullPath=/repository/src/Web/Web.csproj; AssemblyName=Web; OutputType=Exe; TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App
# context: .
FROM nginx:1.27-alpine
COPY src/Web/Web.csproj /src/
COPY config/nginx.conf /etc/nginx/
