FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
ONBUILD HEALTHCHECK NONE
HEALTHCHECK CMD ["dotnet", "B.dll"]
