# project: TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App; InvariantGlobalization=false
# expect DG7006 6-49
FROM mcr.microsoft.com/dotnet/aspnet:10.0-alpine
RUN apk add --no-cache icu-libs
