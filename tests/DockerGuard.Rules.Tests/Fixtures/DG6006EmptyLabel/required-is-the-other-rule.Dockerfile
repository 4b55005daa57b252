# policy: schema=a:text; required=a
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
LABEL a=""
