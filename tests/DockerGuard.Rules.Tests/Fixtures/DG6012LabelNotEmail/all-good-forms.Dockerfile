# policy: schema=l0:email,l1:email,l2:email
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
LABEL l0=anna@contoso.com \
      l1=anna.b+shop@mail.contoso.com \
      l2='"a b"@contoso.com'
