FROM debian:13
# expect DG5023 6-16
COPY app.tar.xz /
RUN tar -x --file=/app.tar.xz -C /opt --strip-components=1
