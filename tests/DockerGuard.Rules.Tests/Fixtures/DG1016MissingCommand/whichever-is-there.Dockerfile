FROM mcr.microsoft.com/dotnet/aspnet:10.0-alpine
RUN if command -v apt-get; then apt-get update; else apk add --no-cache icu-libs; fi
RUN apk add --no-cache tzdata || apt-get install -y tzdata
