FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
LABEL com.docker.desktop.extension.api.version=0.3.4 com.docker.extension.screenshots="[]"
