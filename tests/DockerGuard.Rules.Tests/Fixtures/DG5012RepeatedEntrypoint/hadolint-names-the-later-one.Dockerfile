# policy: profile=hadolint
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
ENTRYPOINT ["dotnet", "Old.dll"]
# expect DG5012 1-11
ENTRYPOINT ["dotnet", "Web.dll"]
