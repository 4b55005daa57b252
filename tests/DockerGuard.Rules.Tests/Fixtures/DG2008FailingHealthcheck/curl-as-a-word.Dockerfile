FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY publish /app
# expect DG2008 19-23
HEALTHCHECK CMD ["curl", "-f", "http://localhost:8080/health"]
