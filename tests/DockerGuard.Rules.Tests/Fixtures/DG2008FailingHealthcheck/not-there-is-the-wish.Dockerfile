FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY publish /app
HEALTHCHECK CMD ! curl -f http://localhost:8080/broken
