FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG5009 1-11
MAINTAINER $TEAM "web" \o/
