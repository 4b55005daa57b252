# policy: strict-labels=true
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled AS base
# expect DG6005 7-8
LABEL a=b
FROM base
