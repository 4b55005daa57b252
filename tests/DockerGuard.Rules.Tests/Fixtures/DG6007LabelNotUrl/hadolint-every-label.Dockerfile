# policy: profile=hadolint; schema=l:url
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# expect DG6007 9-32
LABEL l=github.com/contoso/shop
# expect DG6007 9-20
LABEL l="not a url"
# expect DG6007 9-16
LABEL l=http://
# expect DG6007 9-16
LABEL l=C:/shop
# expect DG6007 9-34
LABEL l="https://contoso.com/a b"
# expect DG6007 9-34
LABEL l="https://contoso.com/%zz"
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
LABEL l=https://github.com/contoso/shop
