# policy: schema=l0:url,l1:url,l2:url,l3:url
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
LABEL l0=https://github.com/contoso/shop \
      l1=http://[::1]:8080/x?y=1#z \
      l2=mailto:anna@contoso.com \
      l3=ssh://git@contoso.com/shop.git
