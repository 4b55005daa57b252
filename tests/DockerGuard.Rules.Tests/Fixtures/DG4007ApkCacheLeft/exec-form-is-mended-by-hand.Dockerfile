FROM mcr.microsoft.com/dotnet/aspnet:10.0-alpine
# expect DG4007 14-17
RUN ["apk", "add", "icu-libs"]
