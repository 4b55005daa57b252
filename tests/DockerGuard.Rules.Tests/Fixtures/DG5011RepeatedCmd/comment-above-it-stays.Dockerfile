FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG5011 1-4
CMD ["--one"]
CMD ["--two"]
