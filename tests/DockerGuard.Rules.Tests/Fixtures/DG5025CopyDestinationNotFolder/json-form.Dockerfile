FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG5025 29-35
COPY ["a b.json", "c.json", "/app" ]
