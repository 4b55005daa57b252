# policy: schema=l:email
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG6012 9-26
LABEL l=anna@-contoso.com
