ARG CONFIGURATION=release
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled AS release
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled AS debug
FROM ${CONFIGURATION}
