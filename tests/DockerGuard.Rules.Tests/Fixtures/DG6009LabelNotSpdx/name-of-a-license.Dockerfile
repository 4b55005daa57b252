# policy: schema=l:spdx,m:spdx,n:spdx
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
# expect DG6009 9-21
# expect DG6009 24-37
# expect DG6009 40-48
LABEL l="Apache 2.0" m="mit license" n=Freeware
