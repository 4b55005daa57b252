# policy: profile=buildkit
ARG GLOBAL_TOKEN
FROM debian:13
ENV Auth__ClientSecret=x
ARG NUGET_PAT
ONBUILD ARG API_KEY
