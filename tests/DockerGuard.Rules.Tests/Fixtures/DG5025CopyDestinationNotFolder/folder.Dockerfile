FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
COPY a.json b.json /app/
COPY ["a.json", "b.json", "/app/"]
