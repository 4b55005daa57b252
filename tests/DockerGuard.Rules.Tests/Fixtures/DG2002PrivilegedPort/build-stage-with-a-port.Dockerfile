FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled AS debug
EXPOSE 80
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
EXPOSE 8080
