FROM debian:13
RUN curl -fsSLo /tmp/tool.tar.gz https://example.com/tool.tar.gz
RUN tar -xzf /tmp/tool.tar.gz -C /opt
# expect DG5019 5-24
RUN rm /tmp/tool.tar.gz
RUN wget -q https://example.com/other.zip
# expect DG5019 32-47
RUN unzip other.zip -d /opt && rm -f other.zip
