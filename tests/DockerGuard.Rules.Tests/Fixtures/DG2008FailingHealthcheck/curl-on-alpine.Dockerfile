FROM mcr.microsoft.com/dotnet/aspnet:10.0-alpine
RUN apk add --no-cache icu-libs tzdata
COPY publish /app
# expect DG2008 17-21
HEALTHCHECK CMD curl -f http://localhost:8080/health
