# project: MSBuildProjectFullPath=/repository/src/Web/Web.csproj; AssemblyName=Web; OutputType=Exe; TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App
# holds: .gitignore=*.local.conf /generated.conf conf.d/ !kept.conf; src/Web/conf.d/a=
# context: .
FROM nginx:1.27-alpine
COPY dist/nginx.conf bin/Release/app.config /etc/nginx/
COPY my.local.conf generated.conf src/Web/conf.d/x.conf /etc/nginx/
