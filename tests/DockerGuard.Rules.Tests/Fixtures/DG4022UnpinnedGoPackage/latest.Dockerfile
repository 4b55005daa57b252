FROM golang:1.24
# expect DG4022 16-46
RUN go install github.com/contoso/tool@latest
# expect DG4022 12-34
RUN go run example.com/cmd@latest --flag
# expect DG4022 18-56
RUN go get -tool golang.org/x/tools/cmd/stringer@master
