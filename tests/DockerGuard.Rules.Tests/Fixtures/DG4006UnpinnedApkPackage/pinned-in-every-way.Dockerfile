# policy: profile=strict
FROM mcr.microsoft.com/dotnet/aspnet:10.0-alpine
RUN apk add --no-cache icu-libs=76.1-r0 tzdata~2025 "curl>=8.12" "gcompat<2" 'krb5-libs=~1.21'
