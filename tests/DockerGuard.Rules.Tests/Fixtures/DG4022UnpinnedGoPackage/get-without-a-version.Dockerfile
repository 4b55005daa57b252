FROM golang:1.24
# expect DG4022 12-34
RUN go get github.com/contoso/lib github.com/contoso/other@v1.0.0
# expect DG4022 51-67
ONBUILD RUN cd /src && GOFLAGS=-mod=mod go get -u golang.org/x/net
