# policy: profile=strict
FROM mcr.microsoft.com/dotnet/aspnet:10.0-alpine
RUN apk add --no-cache --virtual .build -X https://dl-cdn.alpinelinux.org/alpine/edge/testing --repository https://dl-cdn.alpinelinux.org/alpine/edge/main -t .more --root /rootfs flow=0.78.0-r0
