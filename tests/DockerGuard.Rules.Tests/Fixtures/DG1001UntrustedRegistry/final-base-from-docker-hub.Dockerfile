# policy: trusted=mcr.microsoft.com
# expect DG1001 6-34
FROM docker.io/library/nginx:1.29
