FROM mcr.microsoft.com/dotnet/aspnet:10.0-alpine
COPY publish /app
HEALTHCHECK CMD wget -qO- http://localhost:8080/health || exit 1
