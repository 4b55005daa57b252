# policy: schema=l:rfc3339
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
ARG VALUE=yesterday
# expect DG6008 9-15
LABEL l=$VALUE
