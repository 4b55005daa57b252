FROM debian:13
RUN apt-get install -y wget && wget --version && wget --spider https://example.com/
RUN curl -O https://example.com/tool && echo wget https://example.com
