# policy: schema=l:hash,m:hash
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG6010 9-16
LABEL l=2DBFAE9 \
# expect DG6010 9-13
      m=main
