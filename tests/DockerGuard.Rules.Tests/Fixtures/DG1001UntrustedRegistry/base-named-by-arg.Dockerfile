# policy: trusted=mcr.microsoft.com
ARG REGISTRY=docker.io/someone
# expect DG1001 6-29
FROM ${REGISTRY}/aspnet:10.0
