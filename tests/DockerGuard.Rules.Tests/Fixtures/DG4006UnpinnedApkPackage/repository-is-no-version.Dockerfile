# policy: profile=strict
FROM mcr.microsoft.com/dotnet/aspnet:10.0-alpine
# expect DG4006 24-38
RUN apk add --no-cache mkcert@testing
