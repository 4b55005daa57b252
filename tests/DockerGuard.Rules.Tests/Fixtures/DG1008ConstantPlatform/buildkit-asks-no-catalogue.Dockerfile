# policy: profile=buildkit
# expect DG1008 17-28
FROM --platform=linux/arm64 mcr.microsoft.com/dotnet/aspnet:10.0-noble-arm64v8
