# check=experimental=InvalidDefinitionDescription
# the image
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# runs it
ENTRYPOINT ["dotnet", "Web.dll"]
