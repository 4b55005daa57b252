# policy: profile=hadolint
FROM alpine:3.22
# expect DG5020 5-38
RUN ln -s /bin/sh /usr/local/bin/mysh
