FROM debian:13
RUN useradd app && useradd -u 1654 app2 && useradd --uid=99999 app3
