FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG5012 1-11
#
ENTRYPOINT ["dotnet", \
# the old one
  "Old.dll"]
ENTRYPOINT ["dotnet", "Web.dll"]
