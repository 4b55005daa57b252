# policy: schema=l:email
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
ARG VALUE=anna
# expect DG6012 9-15
LABEL l=$VALUE
