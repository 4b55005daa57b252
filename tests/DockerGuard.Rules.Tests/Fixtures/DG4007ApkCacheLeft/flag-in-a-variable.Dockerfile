FROM mcr.microsoft.com/dotnet/aspnet:10.0-alpine
ENV APK_FLAGS="--no-cache --virtual=.run"
RUN apk add $APK_FLAGS icu-libs
