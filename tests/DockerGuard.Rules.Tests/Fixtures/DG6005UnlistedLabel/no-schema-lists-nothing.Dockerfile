# policy: strict-labels=true
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG6005 7-8
LABEL a=b
