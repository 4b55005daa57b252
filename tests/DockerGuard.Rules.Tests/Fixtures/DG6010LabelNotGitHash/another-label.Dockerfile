# policy: schema=l:hash
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
LABEL other=main
