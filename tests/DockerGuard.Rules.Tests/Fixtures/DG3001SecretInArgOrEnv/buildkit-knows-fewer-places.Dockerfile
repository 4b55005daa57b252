# policy: profile=buildkit
ARG GLOBAL_TOKEN
FROM debian:13
ENV Storage__ClientSecret=x
ARG NUGET_PAT
ONBUILD ARG API_KEY
