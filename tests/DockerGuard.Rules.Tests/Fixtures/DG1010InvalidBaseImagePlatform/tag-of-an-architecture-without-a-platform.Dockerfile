FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-arm64v8
