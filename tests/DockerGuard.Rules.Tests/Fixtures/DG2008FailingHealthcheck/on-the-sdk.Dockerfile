FROM mcr.microsoft.com/dotnet/sdk:10.0
HEALTHCHECK CMD curl -f http://localhost:8080/health || exit 1
