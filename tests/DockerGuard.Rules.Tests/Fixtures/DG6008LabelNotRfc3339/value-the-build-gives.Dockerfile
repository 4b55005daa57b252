# policy: schema=l:rfc3339
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
ARG VALUE
LABEL l=$VALUE
