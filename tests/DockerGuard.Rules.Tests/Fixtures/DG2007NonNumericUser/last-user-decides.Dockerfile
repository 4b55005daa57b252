FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
USER 1654
# expect DG2007 6-9
USER app
