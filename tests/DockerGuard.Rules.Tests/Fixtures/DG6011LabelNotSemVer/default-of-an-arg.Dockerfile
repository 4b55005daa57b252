# policy: schema=l:semver
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
ARG VALUE=latest
# expect DG6011 9-15
LABEL l=$VALUE
