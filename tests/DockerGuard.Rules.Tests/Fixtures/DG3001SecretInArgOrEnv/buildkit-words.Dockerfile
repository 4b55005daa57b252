# policy: profile=buildkit
FROM debian:13
# expect DG3001 5-14
ARG API_TOKEN
# expect DG3001 5-16
# expect DG3001 19-26
ENV DB_PASSWORD=a API_KEY=b
