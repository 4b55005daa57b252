# policy: schema=l0:hash,l1:hash,l2:hash,l3:hash
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
LABEL l0=43c572f1272b6b3171dd1db9e41b7027128ce080 \
      l1=2dbfae9 \
      l2=2dbfae912 \
      l3=24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d
