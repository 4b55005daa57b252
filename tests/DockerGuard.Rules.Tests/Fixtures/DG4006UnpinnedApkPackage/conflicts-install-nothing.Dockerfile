# policy: profile=strict
FROM mcr.microsoft.com/dotnet/aspnet:10.0-alpine
RUN apk add --no-cache icu-libs=76.1-r0 !busybox-extras
