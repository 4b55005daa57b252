FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# the version
ARG VERSION=1
# expect DG6003 5-11
# check=experimental=InvalidDefinitionDescription
# the number
ARG NUMBER=1
