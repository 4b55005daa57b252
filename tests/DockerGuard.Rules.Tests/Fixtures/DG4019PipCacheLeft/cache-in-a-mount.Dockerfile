FROM python:3.13-slim
RUN --mount=type=cache,target=/root/.cache/pip pip install six==1.16.0
RUN --mount=type=tmpfs,target=/root/.cache/ pip install six==1.16.0
RUN --mount=type=cache,target=/pip pip install --cache-dir /pip six==1.16.0
ENV PIP_CACHE_DIR=/downloads
RUN --mount=type=cache,target=/downloads pip install six==1.16.0
