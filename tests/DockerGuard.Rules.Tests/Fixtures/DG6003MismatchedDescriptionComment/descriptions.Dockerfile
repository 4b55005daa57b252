# check=experimental=InvalidDefinitionDescription
# base is what everything stands on
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled AS Base
# VERSION of the app
ARG VERSION=1
# b is one of two
ARG a=1 b=2
