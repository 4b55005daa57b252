# policy: profile=strict
FROM debian:13
RUN apt-get install -y curl wget
RUN curl -O https://example.com/a && curl -O https://example.com/b
RUN echo wget && which wget
