# policy: schema=com.contoso.team:text; strict-labels=true
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG6005 29-45
LABEL com.contoso.team=shop com.contoso.mood=good
