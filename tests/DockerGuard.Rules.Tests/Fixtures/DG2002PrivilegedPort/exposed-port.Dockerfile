FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG2002 8-10
EXPOSE 80
