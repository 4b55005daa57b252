FROM debian:13
COPY tool.tar /tmp/
RUN tar -xf /tmp/tool.tar
RUN rm /tmp/tool.tar
RUN apt-get update && apt-get install -y build
RUN mkdir build && make -C build && rm -rf build
