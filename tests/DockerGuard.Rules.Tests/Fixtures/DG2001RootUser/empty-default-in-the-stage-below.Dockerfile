FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra AS base
# expect DG2001 6-12
USER ${X:-}
FROM base
