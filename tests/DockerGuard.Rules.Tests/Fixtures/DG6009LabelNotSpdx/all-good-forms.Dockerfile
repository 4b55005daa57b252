# policy: schema=l0:spdx,l1:spdx,l2:spdx,l3:spdx,l4:spdx,l5:spdx,l6:spdx
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
LABEL l0=MIT \
      l1="MIT OR Apache-2.0" \
      l2="(GPL-2.0-only WITH Classpath-exception-2.0) AND MIT" \
      l3=GPL-2.0+ \
      l4=LicenseRef-Contoso-EULA \
      l5=DocumentRef-a:LicenseRef-b \
      l6="mit and (bsd-3-clause or 0BSD)"
