ARG PLATFORM=linux/amd64
FROM --platform=$PLATFORM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
