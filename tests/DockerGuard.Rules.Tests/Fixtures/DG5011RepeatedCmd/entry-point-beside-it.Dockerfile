FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
ENTRYPOINT ["dotnet"]
CMD ["Web.dll"]
