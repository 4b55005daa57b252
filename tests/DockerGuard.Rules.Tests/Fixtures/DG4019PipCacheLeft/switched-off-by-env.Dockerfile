FROM python:3.13-slim AS base
ENV PIP_NO_CACHE_DIR=1 \
    PIP_DISABLE_PIP_VERSION_CHECK=1
FROM base
RUN pip install six==1.16.0
