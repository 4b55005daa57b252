FROM mcr.microsoft.com/dotnet/aspnet:10.0-alpine
RUN echo "no apt-get here" && apk add --no-cache icu-libs
