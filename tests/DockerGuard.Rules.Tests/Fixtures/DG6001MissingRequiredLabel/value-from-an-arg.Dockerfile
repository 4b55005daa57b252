# policy: required=org.opencontainers.image.revision
FROM mcr.microsoft.com/dotnet/aspnet:10.0
ARG REVISION=0123abc
LABEL org.opencontainers.image.revision=$REVISION
