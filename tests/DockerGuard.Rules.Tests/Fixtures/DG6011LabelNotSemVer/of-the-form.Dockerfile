# policy: schema=l:semver
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
LABEL l=1.0.0
