# check=skip=all;experimental=all
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG6003 5-12
# the version
ARG VERSION=1
