# policy: profile=strict
FROM mcr.microsoft.com/dotnet/aspnet:10.0-alpine
ARG PACKAGES
RUN apk add --no-cache $PACKAGES
