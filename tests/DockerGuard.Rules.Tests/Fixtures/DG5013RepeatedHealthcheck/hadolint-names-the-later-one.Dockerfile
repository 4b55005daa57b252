# policy: profile=hadolint
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
HEALTHCHECK CMD ["dotnet", "Probe.dll"]
# expect DG5013 1-12
HEALTHCHECK NONE
