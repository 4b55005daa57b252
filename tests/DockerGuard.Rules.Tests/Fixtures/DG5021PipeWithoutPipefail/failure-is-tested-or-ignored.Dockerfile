FROM debian:13
RUN if cat /etc/os-release | grep -q debian; then echo debian; fi
RUN cat a | grep b || true
RUN ! cat a | grep b
