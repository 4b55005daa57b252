# policy: schema=l:email
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
LABEL l=anna@contoso.com
