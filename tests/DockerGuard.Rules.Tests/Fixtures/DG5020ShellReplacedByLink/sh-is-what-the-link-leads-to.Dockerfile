FROM alpine:3.22
RUN ln -s /bin/sh /bin/mysh
