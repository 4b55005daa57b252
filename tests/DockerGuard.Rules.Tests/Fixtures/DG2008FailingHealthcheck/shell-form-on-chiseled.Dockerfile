FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
COPY publish /app
# expect DG2008 1-12
HEALTHCHECK CMD dotnet /app/Web.dll --check-health
