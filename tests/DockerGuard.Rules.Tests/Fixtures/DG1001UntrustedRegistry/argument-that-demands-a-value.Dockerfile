# policy: trusted=mcr.microsoft.com
ARG TAG=${TAG:?give a tag}
FROM mcr.microsoft.com/dotnet/aspnet:$TAG
WORKDIR /app
USER 1654
ENTRYPOINT ["/app/web"]
