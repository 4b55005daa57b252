FROM debian:13
COPY data.gz tools.zip /
RUN gunzip /data.gz && unzip /tools.zip && rm /tools.zip
