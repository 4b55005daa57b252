# project: MSBuildProjectFullPath=/repository/src/Web/Web.csproj; AssemblyName=Web; OutputType=Exe; TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App
# context: .
ARG FILE
FROM alpine:3.22 AS other
FROM nginx:1.27-alpine
COPY src/Web/Web.csproj /src/
COPY *.conf nginx.con[f] /etc/nginx/
COPY --from=other /etc/nginx.conf /etc/nginx/
ADD https://example.com/nginx.conf /etc/nginx/
ARG FILE
COPY $FILE.conf /etc/nginx/
COPY <<x.conf /etc/nginx/
a
x.conf
