# policy: schema=l:hash
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
ARG VALUE=main
# expect DG6010 9-15
LABEL l=$VALUE
