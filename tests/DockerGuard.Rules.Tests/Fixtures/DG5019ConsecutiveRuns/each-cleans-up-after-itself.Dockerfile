FROM debian:13
RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*
RUN apt-get update && apt-get install -y git && apt-get clean && rm -rf /var/lib/apt/lists/*
RUN curl -o /tmp/a https://example.com/a && rm /tmp/a
RUN curl -o /tmp/a https://example.com/a && rm -rf /tmp/*
