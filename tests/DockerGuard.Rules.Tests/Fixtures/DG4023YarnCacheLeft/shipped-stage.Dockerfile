FROM node:22 AS build
RUN yarn install
FROM node:22-slim
# expect DG4023 5-9
RUN yarn install --frozen-lockfile
# expect DG4023 5-9
RUN yarn && yarn build
