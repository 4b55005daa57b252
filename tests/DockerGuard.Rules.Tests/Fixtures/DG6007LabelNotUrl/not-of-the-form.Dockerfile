# policy: schema=l:url
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG6007 9-34
LABEL l="https://contoso.com/%zz"
