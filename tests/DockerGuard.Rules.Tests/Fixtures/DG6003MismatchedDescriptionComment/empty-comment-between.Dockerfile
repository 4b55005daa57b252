# check=experimental=InvalidDefinitionDescription
# a heading
#
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled AS base
ARG VERSION=1
