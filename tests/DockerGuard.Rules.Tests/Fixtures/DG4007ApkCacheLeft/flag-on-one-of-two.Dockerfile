FROM mcr.microsoft.com/dotnet/aspnet:10.0-alpine
# expect DG4007 49-52
RUN apk add --no-cache icu-libs && apk --update add tzdata
