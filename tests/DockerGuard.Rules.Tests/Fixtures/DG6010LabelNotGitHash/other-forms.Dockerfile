# policy: schema=l0:hash,l1:hash,l2:hash,l3:hash,l4:hash
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG6010 10-14
LABEL l0=main \
# expect DG6010 10-16
      l1=2dbfae \
# expect DG6010 10-16
      l2=v1.0.0 \
# expect DG6010 10-17
      l3=2DBFAE9 \
# expect DG6010 10-51
      l4=43c572f1272b6b3171dd1db9e41b7027128ce080a
