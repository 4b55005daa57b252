FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG5013 1-12
#
HEALTHCHECK CMD ["dotnet", "Probe.dll"]
HEALTHCHECK --interval=10s CMD ["dotnet", "Probe.dll"]
