# policy: profile=hadolint
FROM golang:1.24
# expect DG4022 16-31
RUN go install example.com/pkg
# expect DG4022 12-19
# expect DG4022 30-50
RUN go run main.go && go get example.com/pkg@none
RUN go install -ldflags "-s -w" example.com/pkg@v1.2.3 && go install example.com/pkg@main
