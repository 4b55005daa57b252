FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
COPY publish /app
HEALTHCHECK CMD ["dotnet", "/app/Web.dll", "--check-health"]
