# expect DG1009 6-34
FROM --platform="$TARGETPLATFORM"   mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
