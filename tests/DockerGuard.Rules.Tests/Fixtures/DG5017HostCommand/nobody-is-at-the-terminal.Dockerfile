FROM debian:13
# expect DG5017 5-8
RUN top
# expect DG5017 5-8
RUN vim /etc/hosts
# expect DG5017 5-8
RUN ssh build@example.com uname
# expect DG5017 23-31
RUN apt-get update && shutdown now
