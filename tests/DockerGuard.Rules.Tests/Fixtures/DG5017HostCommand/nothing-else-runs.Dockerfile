FROM debian:13
# expect DG5017 5-12
RUN service ssh start
# expect DG5017 5-9
# expect DG5017 15-17
RUN kill 1 && ps aux
# expect DG5017 5-10
RUN mount /dev/sda1 /mnt && ls /mnt
# expect DG5017 13-17
ONBUILD RUN free -m
