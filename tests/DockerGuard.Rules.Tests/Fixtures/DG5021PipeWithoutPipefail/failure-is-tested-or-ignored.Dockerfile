FROM debian:13
RUN if curl -fsS https://example.com | grep -q debian; then echo debian; fi
RUN curl -fsS https://example.com | grep b || true
RUN ! curl -fsS https://example.com | grep b
RUN curl -fsS https://example.com | grep b; make
