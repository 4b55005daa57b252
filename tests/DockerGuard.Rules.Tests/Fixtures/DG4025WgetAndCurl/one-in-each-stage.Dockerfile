# policy: profile=strict
FROM debian:13 AS a
RUN wget -q https://example.com/a
FROM debian:13
RUN curl -O https://example.com/b
