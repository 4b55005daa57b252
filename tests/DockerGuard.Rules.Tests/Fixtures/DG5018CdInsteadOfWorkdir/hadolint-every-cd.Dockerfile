# policy: profile=hadolint
FROM debian:13
# expect DG5018 5-12
RUN cd /src && make
# expect DG5018 6-13
RUN (cd /src; make)
ONBUILD RUN cd /src
