FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG2001 6-10
USER root
