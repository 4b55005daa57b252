# policy: required=org.opencontainers.image.revision
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
ARG REVISION
LABEL org.opencontainers.image.revision=$REVISION
