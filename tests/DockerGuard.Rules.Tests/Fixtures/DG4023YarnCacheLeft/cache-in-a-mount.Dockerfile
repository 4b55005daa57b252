FROM node:22-slim
RUN --mount=type=cache,target=/usr/local/share/.cache/yarn yarn install
RUN --mount=type=cache,target=/yarn yarn install --cache-folder /yarn
ENV YARN_CACHE_FOLDER=/var/yarn
RUN --mount=type=cache,target=/var/yarn yarn install
