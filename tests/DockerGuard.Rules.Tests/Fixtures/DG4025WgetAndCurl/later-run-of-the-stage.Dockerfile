# policy: profile=strict
FROM debian:13
RUN curl -O https://example.com/a
RUN echo between
# expect DG4025 19-23
RUN if true; then wget -q https://example.com/b; fi
