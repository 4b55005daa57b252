FROM debian:13
# expect DG5023 6-25
COPY packages/app.tar.gz /tmp/
RUN tar -xzf /tmp/app.tar.gz -C /opt
# expect DG5023 24-32
COPY --chown=1000:1000 tool.tgz README.md /tmp/
WORKDIR /tmp
RUN echo a && tar xvf tool.tgz
