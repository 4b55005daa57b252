FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled AS build
FROM mcr.microsoft.com/dotnet/aspnet:10.0
# expect DG5002 1-11
ENTRYPOINT   dotnet  /app/Web.dll --urls=http://+:8080
