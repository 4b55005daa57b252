FROM debian:13
# expect DG5002 1-4
CMD
