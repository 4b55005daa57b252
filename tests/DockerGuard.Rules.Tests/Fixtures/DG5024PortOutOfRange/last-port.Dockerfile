FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
EXPOSE 65535 8000-9000/tcp
