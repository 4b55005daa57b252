# policy: schema=com.contoso.team:text
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG6006 24-26
LABEL com.contoso.team=""
