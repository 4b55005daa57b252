# syntax=docker/dockerfile:1
FROM mcr.microsoft.com/dotnet/aspnet:10.0-alpine
RUN --mount=type=cache,target=/var/cache/apk apk add icu-libs
RUN --mount=type=cache,target=/etc/apk/cache apk add tzdata
