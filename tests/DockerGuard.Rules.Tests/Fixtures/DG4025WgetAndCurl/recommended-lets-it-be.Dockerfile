FROM debian:13
RUN wget -q https://example.com/a && curl -O https://example.com/b
