FROM scratch
COPY app /
# expect DG2001 6-7
USER 0
