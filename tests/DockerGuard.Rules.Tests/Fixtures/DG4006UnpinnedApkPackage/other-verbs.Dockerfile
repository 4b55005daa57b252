# policy: profile=strict
FROM mcr.microsoft.com/dotnet/aspnet:10.0-alpine
RUN apk update && apk info icu-libs && apk del curl
