# policy: profile=hadolint
FROM mcr.microsoft.com/dotnet/aspnet:10.0-alpine
# expect DG4006 24-32
RUN apk --no-cache add icu-libs
