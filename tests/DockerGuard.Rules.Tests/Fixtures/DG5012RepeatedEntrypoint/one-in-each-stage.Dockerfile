FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled AS a
ENTRYPOINT ["dotnet", "A.dll"]
FROM a
ENTRYPOINT ["dotnet", "B.dll"]
