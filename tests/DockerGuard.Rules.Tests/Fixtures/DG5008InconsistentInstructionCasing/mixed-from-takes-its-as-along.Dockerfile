# expect DG5008 1-5
From mcr.microsoft.com/dotnet/sdk:10.0 as build
RUN true
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
