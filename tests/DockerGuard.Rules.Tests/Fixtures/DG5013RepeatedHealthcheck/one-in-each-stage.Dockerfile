FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled AS a
HEALTHCHECK CMD ["dotnet", "A.dll"]
FROM a
HEALTHCHECK CMD ["dotnet", "B.dll"]
