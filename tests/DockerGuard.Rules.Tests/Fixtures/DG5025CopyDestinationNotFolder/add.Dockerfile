FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG5025 23-28
ADD a.tar.gz b.tar.gz /data
