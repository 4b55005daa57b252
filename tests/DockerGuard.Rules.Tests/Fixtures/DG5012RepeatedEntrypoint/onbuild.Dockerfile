FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
ONBUILD ENTRYPOINT ["dotnet", "A.dll"]
ENTRYPOINT ["dotnet", "B.dll"]
