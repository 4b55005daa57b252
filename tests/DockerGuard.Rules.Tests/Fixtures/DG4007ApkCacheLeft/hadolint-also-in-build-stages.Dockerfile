# policy: profile=hadolint
FROM mcr.microsoft.com/dotnet/sdk:10.0-alpine AS build
# expect DG4007 9-12
RUN apk add clang=1

FROM mcr.microsoft.com/dotnet/aspnet:10.0-alpine
WORKDIR /app
