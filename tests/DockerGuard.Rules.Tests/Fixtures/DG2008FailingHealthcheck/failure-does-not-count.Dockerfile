FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY publish /app
HEALTHCHECK CMD curl -s http://localhost:8080/health; exit 0
