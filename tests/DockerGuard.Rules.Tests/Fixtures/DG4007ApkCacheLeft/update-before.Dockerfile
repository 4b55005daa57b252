FROM mcr.microsoft.com/dotnet/aspnet:10.0-alpine
RUN apk update \
# expect DG4007 9-12
 && apk add \
      icu-libs
