# policy: schema=l0:email,l1:email,l2:email,l3:email,l4:email,l5:email
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG6012 10-14
LABEL l0=anna \
# expect DG6012 10-35
      l1="Anna <anna@contoso.com>" \
# expect DG6012 10-15
      l2=anna@ \
# expect DG6012 10-22
      l3=@contoso.com \
# expect DG6012 10-29
      l4=anna..b@contoso.com \
# expect DG6012 10-27
      l5=anna@-contoso.com
