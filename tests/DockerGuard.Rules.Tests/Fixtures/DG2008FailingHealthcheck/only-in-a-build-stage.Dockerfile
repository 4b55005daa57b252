FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS other
HEALTHCHECK CMD curl -f http://localhost:8080/health

FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY publish /app
