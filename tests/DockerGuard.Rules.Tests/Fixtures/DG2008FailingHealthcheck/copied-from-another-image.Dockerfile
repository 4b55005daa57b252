FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY --from=curlimages/curl:8.10.1 /usr/bin/curl /usr/local/bin/
COPY publish /app
HEALTHCHECK CMD curl -f http://localhost:8080/health || exit 1
