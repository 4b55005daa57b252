FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
COPY appsettings.json /app/settings.json
