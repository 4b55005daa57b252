# policy: profile=strict
FROM mcr.microsoft.com/dotnet/aspnet:10.0-alpine
RUN apk add --no-cache \
    tzdata=2025b-r0 \
# expect DG4006 5-13
    icu-libs \
    icu-data-full
