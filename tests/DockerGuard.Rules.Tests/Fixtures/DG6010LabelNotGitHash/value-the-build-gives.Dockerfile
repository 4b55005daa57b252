# policy: schema=l:hash
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
ARG VALUE
LABEL l=$VALUE
