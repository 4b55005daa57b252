FROM debian:13
RUN apt-get update && apt-get install -y curl
# expect DG5019 5-18
RUN apt-get clean
# expect DG5019 5-39
RUN rm -rf /var/lib/apt/lists/* /tmp/x
RUN apt-get update && apt-get install -y wget && rm -rf /var/lib/apt/lists/*
# expect DG5019 5-27
RUN apt-get remove -y wget
