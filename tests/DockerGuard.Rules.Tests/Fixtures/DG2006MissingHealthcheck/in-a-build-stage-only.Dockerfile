# policy: profile=cis
FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS probe
HEALTHCHECK CMD ["/probe"]
# expect DG2006 6-42
FROM mcr.microsoft.com/dotnet/aspnet:10.0
