# expect DG1010 29-77
FROM --platform=linux/arm64 mcr.microsoft.com/dotnet/aspnet:10.0-noble-amd64
