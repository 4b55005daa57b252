# policy: schema=l:semver
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG6011 9-15
LABEL l=1.0.0+
