# expect DG1009 6-47
FROM --platform=${TARGETPLATFORM:-linux/amd64} mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
