# policy: schema=l0:spdx,l1:spdx,l2:spdx,l3:spdx,l4:spdx,l5:spdx
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG6009 10-18
LABEL l0=Freeware \
# expect DG6009 10-19
      l1="MIT AND" \
# expect DG6009 10-30
      l2="(MIT OR Apache-2.0" \
# expect DG6009 10-26
      l3="MIT Apache-2.0" \
# expect DG6009 10-29
      l4="MIT WITH Freeware" \
# expect DG6009 10-21
      l5=LicenseRef-
