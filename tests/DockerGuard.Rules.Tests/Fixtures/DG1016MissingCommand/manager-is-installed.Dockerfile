FROM alpine:3.22
RUN apk add --no-cache apt dpkg
RUN apt-get --version
