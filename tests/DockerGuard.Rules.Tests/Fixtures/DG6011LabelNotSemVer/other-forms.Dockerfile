# policy: schema=l0:semver,l1:semver,l2:semver,l3:semver,l4:semver,l5:semver,l6:semver,l7:semver
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG6011 10-16
LABEL l0=latest \
# expect DG6011 10-16
      l1=v1.0.0 \
# expect DG6011 10-13
      l2=1.0 \
# expect DG6011 10-17
      l3=1.0.0.0 \
# expect DG6011 10-16
      l4=01.0.0 \
# expect DG6011 10-16
      l5=1.0.0- \
# expect DG6011 10-18
      l6=1.0.0-01 \
# expect DG6011 10-16
      l7=1.0.0+
