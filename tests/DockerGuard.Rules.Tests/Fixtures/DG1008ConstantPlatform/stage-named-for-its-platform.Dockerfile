FROM --platform=linux/amd64 mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled AS final-amd64
FROM --platform=linux/arm64 mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled AS final-arm64
