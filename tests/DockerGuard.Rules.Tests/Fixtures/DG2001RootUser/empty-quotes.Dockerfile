FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra
# expect DG2001 6-8
USER ""
