FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG5025 20-26
COPY a.json b.json "/app"
