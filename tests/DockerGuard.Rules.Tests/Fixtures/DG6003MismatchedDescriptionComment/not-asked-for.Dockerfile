# the image
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled AS base
# which one
ARG VERSION=1
