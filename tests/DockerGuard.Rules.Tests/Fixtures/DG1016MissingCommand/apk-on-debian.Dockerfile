FROM mcr.microsoft.com/dotnet/aspnet:8.0
USER root
# expect DG1016 5-8
RUN apk add --no-cache icu-libs
