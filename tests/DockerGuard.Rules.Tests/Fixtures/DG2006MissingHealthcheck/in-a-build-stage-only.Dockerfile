# policy: profile=cis
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled AS probe
HEALTHCHECK CMD ["/probe"]
# expect DG2006 6-57
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
