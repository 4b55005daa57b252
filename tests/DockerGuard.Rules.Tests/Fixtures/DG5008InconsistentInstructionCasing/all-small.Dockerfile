from mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled as final
workdir /app
