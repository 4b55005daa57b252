FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled AS base
# expect DG3002 5-111
ENV ConnectionStrings__Bus="Endpoint=sb://shop.example.com/;SharedAccessKeyName=Root;SharedAccessKey=c2hvcA=="
FROM base
