# project: TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App
# build: VERSION=9.0
ARG VERSION=10.0
# expect DG7004 6-46
FROM mcr.microsoft.com/dotnet/aspnet:$VERSION
