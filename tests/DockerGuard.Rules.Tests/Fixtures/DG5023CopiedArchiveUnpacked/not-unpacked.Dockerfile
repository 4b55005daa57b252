FROM debian:13
COPY app.tar.gz /
RUN tar -czf /backup.tar.gz /etc && tar -tf /app.tar.gz
FROM debian:13
RUN tar -xf /app.tar.gz
