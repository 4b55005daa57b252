# policy: trusted=mcr.microsoft.com
# expect DG1001 6-17
FROM golang:1.25 AS tool
RUN go install example.com/tool@v1.2.3

FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY --from=tool /go/bin/tool /usr/local/bin/
# expect DG1001 13-37
COPY --from=quay.io/contoso/assets:3 /assets /app/assets
