FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG5027 7-9
ENV B=$A A=1
