FROM debian:13
# expect DG5023 7-26
COPY ["build out/app.tar", "/app.tar"]
# expect DG5023 6-11
COPY a.txz /data/b.tar.xz
RUN tar --extract --file /app.tar && sh -c "tar -xf /data/b.tar.xz"
