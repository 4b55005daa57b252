FROM mcr.microsoft.com/dotnet/core/aspnet:2.1
HEALTHCHECK CMD curl -f http://localhost:8080/health || exit 1
