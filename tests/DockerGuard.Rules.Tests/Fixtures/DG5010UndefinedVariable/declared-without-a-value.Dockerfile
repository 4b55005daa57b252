FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled AS base
ARG CONFIGURATION
FROM base
LABEL configuration=$CONFIGURATION
