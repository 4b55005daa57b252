# policy: trusted=mcr.microsoft.com
# expect DG1001 6-61
FROM evil.example.com/x@md5:0123456789abcdef0123456789abcdef
WORKDIR /app
USER 1654
ENTRYPOINT ["/app/web"]
