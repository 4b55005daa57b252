FROM registry.example/base:1
RUN apk add curl && apt-get install curl
