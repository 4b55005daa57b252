FROM ubuntu:24.04
# expect DG1016 5-8
RUN apk add --no-cache curl
