FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY publish /app
# expect DG2008 31-35
HEALTHCHECK CMD ["sh", "-c", "curl -f http://localhost:$ASPNETCORE_HTTP_PORTS/health || exit 1"]
