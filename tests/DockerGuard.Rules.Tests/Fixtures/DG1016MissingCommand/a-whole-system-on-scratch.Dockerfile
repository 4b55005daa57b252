FROM scratch
ADD rootfs.tar.gz /
RUN mkdir /data
CMD bash
