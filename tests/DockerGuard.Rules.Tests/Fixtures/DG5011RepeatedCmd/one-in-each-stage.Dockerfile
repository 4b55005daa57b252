FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled AS a
CMD ["--one"]
FROM a
CMD ["--two"]
