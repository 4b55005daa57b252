# policy: profile=strict
FROM mcr.microsoft.com/dotnet/aspnet:10.0-alpine
# expect DG4006 55-65
RUN libraries="icu-libs tzdata" && apk add --no-cache $libraries
