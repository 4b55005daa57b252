FROM mcr.microsoft.com/dotnet/aspnet:10.0-alpine
# expect DG4007 36-39
RUN rm -rf /var/cache/apk/* && apk add -U icu-libs
