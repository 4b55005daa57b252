# policy: required=a; strict-labels=true
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
LABEL a=b
