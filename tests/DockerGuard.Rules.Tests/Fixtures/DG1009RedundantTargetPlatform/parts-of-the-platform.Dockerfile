FROM --platform=$TARGETOS/$TARGETARCH mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
