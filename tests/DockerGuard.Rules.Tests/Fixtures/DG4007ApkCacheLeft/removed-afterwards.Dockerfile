FROM mcr.microsoft.com/dotnet/aspnet:10.0-alpine
RUN apk update && apk add icu-libs && rm -rf /var/cache/apk/*
