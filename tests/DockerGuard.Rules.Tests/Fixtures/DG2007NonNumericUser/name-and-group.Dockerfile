FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG2007 6-13
USER app:app
