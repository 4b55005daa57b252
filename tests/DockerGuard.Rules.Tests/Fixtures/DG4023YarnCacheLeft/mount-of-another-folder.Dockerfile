FROM node:22-slim
# expect DG4023 42-46
RUN --mount=type=cache,target=/root/.npm yarn install
