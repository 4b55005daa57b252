# check=experimental=InvalidDefinitionDescription
# expect DG6003 61-65
# the image
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled AS base
# expect DG6003 5-12
# which one
ARG VERSION=1
# expect DG6003 5-6
# several
ARG a=1 b=2
