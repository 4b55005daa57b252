FROM debian:13
RUN wget --progress=dot:giga https://example.com/a && wget --progress dot https://example.com/b
RUN wget -o /tmp/wget.log https://example.com/a && wget --append-output=/tmp/wget.log https://example.com/b
RUN wget https://example.com/a 2>/dev/null && wget https://example.com/b >/tmp/log 2>&1
SHELL ["/bin/bash", "-c"]
RUN wget https://example.com/a &>/tmp/log
