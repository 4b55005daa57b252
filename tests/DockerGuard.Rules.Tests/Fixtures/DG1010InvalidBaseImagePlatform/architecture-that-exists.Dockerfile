FROM --platform=linux/arm/v7 mcr.microsoft.com/dotnet/aspnet:10.0-noble
FROM --platform=linux/arm64/v8 mcr.microsoft.com/dotnet/aspnet:10.0-noble
