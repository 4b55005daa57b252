# policy: profile=hadolint
FROM mcr.microsoft.com/dotnet/aspnet:10.0-alpine
# expect DG4007 9-12
RUN apk add icu-libs=76.1-r0 && rm -rf /var/cache/apk/*
