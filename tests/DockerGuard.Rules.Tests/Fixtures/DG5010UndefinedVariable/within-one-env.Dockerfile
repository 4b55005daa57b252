FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG5010 11-13
ENV A=1 B=$A
