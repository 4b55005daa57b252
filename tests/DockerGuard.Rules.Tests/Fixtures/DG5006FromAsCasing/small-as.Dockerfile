# expect DG5006 40-42
FROM mcr.microsoft.com/dotnet/sdk:10.0 as build
RUN true
# expect DG5006 58-60
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled As final
