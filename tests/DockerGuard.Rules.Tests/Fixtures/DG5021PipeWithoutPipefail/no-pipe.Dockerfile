FROM debian:13
RUN a || b && c > d 2>&1
RUN ["echo", "a | b"]
RUN echo 'a | b' "c | d" # e | f
