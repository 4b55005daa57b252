FROM debian:13
ARG USER_ID
RUN useradd -u "$USER_ID" a && useradd -K UID_MAX=1000700000 b && useradd -g 1000700000 c
RUN adduser --uid 1000700000 d && usermod -u 1000700000 a
