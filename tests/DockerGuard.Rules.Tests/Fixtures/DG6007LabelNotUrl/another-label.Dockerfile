# policy: schema=l:url
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
LABEL other=github.com/contoso/shop
