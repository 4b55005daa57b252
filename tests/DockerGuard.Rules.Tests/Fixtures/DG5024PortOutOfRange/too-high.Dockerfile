FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG5024 8-13
EXPOSE 80000
