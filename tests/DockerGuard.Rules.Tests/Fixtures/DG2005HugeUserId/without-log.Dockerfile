FROM debian:13
RUN useradd -l -u 1000700000 a && useradd --no-log-init --uid 1000700000 b && useradd -rlu 1000700000 c
