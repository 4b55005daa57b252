# policy: trusted=mcr.microsoft.com,ghcr.io
# expect DG1001 6-16
FROM nginx:1.29
