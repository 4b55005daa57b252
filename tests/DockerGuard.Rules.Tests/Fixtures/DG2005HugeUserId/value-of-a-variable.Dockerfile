FROM debian:13
ARG USER_ID=1000700000
ENV OTHER_ID=1000
# expect DG2005 5-12
RUN useradd -u $USER_ID a && useradd --uid ${OTHER_ID} b
# expect DG2005 7-14
RUN ["useradd", "-u", "200000", "c"]
