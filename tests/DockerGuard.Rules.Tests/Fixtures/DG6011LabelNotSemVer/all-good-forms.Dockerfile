# policy: schema=l0:semver,l1:semver,l2:semver,l3:semver
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
LABEL l0=1.0.0 \
      l1=2.0.1-rc1 \
      l2=1.0.0-alpha.1+build.5 \
      l3=1.0.0--x
