# policy: profile=strict
FROM debian:13
# expect DG4025 38-42
RUN wget -q https://example.com/a && curl -O https://example.com/b
# expect DG4025 5-9
RUN wget -q https://example.com/c
