# project: TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App; InvariantGlobalization=false
FROM mcr.microsoft.com/dotnet/aspnet:10.0-alpine AS base
ENV DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=0
RUN apk add --no-cache icu-libs
FROM base
