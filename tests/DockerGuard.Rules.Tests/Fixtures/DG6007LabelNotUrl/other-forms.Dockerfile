# policy: schema=l0:url,l1:url,l2:url,l3:url,l4:url,l5:url
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG6007 10-33
LABEL l0=github.com/contoso/shop \
# expect DG6007 10-21
      l1="not a url" \
# expect DG6007 10-17
      l2=http:// \
# expect DG6007 10-17
      l3=C:/shop \
# expect DG6007 10-35
      l4="https://contoso.com/a b" \
# expect DG6007 10-35
      l5="https://contoso.com/%zz"
