# policy: profile=hadolint
FROM node:22-slim
RUN yarn && yarn add serve@14
# expect DG4023 13-17
ONBUILD RUN yarn install
FROM node:22-slim
# expect DG4023 5-9
RUN yarn install foo && rm -rf /usr/local/share/.cache
