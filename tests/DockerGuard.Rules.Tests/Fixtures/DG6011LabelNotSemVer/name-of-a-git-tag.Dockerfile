# policy: schema=l:semver,m:semver,n:semver
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
ARG TAG=v1.0.0
# expect DG6011 9-15
# expect DG6011 18-31
# expect DG6011 34-38
LABEL l=v1.0.0 m='v1.0.0-rc.1' n=$TAG 
