FROM scratch
COPY publish/ .
