# policy: profile=hadolint; schema=l:email
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# expect DG6012 9-13
LABEL l=anna
# expect DG6012 9-34
LABEL l="Anna <anna@contoso.com>"
# expect DG6012 9-14
LABEL l=anna@
# expect DG6012 9-21
LABEL l=@contoso.com
# expect DG6012 9-28
LABEL l=anna..b@contoso.com
# expect DG6012 9-26
LABEL l=anna@-contoso.com
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
LABEL l=anna@contoso.com
