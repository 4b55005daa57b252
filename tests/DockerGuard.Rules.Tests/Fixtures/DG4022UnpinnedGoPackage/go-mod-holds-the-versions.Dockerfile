FROM golang:1.24
RUN go install example.com/pkg && go run example.com/cmd
RUN go mod download && go install ./... && go get ./... && go get -d . && go get
RUN go run main.go && go run . && go install /src/tool && go install std
