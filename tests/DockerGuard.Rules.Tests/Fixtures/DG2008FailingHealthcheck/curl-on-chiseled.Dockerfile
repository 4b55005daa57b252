FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
COPY publish /app
# expect DG2008 18-24
HEALTHCHECK CMD ["curl", "-f", "http://localhost:8080/health"]
