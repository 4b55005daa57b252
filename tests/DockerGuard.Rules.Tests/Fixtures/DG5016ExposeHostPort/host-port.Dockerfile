FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG5016 8-17
EXPOSE 5000:8080 8081
