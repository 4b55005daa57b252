FROM golang:1.24
RUN go install github.com/contoso/tool@v1.2.3 && go get example.com/lib@0a1b2c3
RUN CGO_ENABLED=0 go install -ldflags "-s -w" -tags netgo github.com/contoso/tool@v1.2.3
RUN go get example.com/lib@none
