FROM debian:13
RUN wget -q https://example.com/a && wget -nv https://example.com/b && wget -qO- https://example.com/c
RUN wget --quiet https://example.com/a && wget --no-verbose https://example.com/b
