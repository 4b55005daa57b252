FROM mcr.microsoft.com/dotnet/aspnet:10.0-alpine
# expect DG4007 9-12
RUN apk add icu-libs tzdata
