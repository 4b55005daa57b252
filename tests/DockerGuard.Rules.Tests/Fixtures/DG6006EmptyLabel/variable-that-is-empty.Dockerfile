# policy: schema=a:text
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
ARG TEAM=""
# expect DG6006 9-14
LABEL a=$TEAM
