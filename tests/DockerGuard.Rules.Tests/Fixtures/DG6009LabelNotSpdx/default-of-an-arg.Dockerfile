# policy: schema=l:spdx
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
ARG VALUE=Freeware
# expect DG6009 9-15
LABEL l=$VALUE
