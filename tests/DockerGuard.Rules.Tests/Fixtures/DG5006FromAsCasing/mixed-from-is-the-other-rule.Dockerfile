From mcr.microsoft.com/dotnet/sdk:10.0 as build
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
