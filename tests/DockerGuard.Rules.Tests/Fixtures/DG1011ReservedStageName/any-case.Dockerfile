# expect DG1011 61-68
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled AS Scratch
