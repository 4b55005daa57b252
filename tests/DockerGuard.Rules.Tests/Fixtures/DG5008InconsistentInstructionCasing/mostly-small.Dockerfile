from mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
workdir /app
copy publish/ .
# expect DG5008 1-11
ENTRYPOINT ["dotnet", "Web.dll"]
