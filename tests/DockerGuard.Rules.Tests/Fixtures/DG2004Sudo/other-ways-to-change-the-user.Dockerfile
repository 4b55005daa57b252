FROM debian:13
RUN su -c id app && gosu app id && runuser -u app -- id
USER app
