# policy: schema=l:spdx
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG6009 9-20
LABEL l=LicenseRef-
