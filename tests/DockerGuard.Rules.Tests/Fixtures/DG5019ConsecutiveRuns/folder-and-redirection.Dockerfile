FROM debian:13
RUN echo "a" > /build/log && cp /x /work/y
# expect DG5019 5-19
RUN rm -rf /work/*
# expect DG5019 5-18
RUN rm /build/log
