FROM golang:1.24
ARG VERSION=v1.0.0
RUN go install github.com/contoso/tool@$VERSION && go get $MODULES
RUN go build -o /tool ./cmd/tool && go test ./... && echo go install x@latest
