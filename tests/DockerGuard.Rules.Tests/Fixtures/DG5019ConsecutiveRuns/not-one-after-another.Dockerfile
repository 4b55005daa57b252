FROM debian:13
RUN curl -o /tmp/a https://example.com/a
COPY b /tmp/b
RUN rm /tmp/a
RUN --mount=type=cache,target=/c curl -o /tmp/d https://example.com/d
RUN rm /tmp/d
