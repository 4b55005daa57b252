# policy: schema=l:url
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
ARG VALUE=github.com/contoso/shop
# expect DG6007 9-15
LABEL l=$VALUE
