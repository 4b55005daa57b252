ARG VERSION=1.0
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG5010 16-24
LABEL version="$VERSION"
