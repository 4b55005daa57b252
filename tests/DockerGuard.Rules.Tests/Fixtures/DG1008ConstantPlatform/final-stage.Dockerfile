# expect DG1008 17-31
FROM --platform=linux/arm64/v8 mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
