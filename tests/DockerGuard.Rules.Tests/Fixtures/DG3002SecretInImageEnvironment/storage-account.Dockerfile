FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG3002 12-89
ENV TZ=UTC Storage="DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=c2hvcA=="
