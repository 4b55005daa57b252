FROM mcr.microsoft.com/dotnet/aspnet:10.0-alpine
RUN apk del curl && echo apk add curl
