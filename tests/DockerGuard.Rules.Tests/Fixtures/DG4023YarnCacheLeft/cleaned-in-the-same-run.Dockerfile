FROM node:22-slim
RUN yarn install --frozen-lockfile && yarn cache clean
RUN yarn install && rm -rf /usr/local/share/.cache/yarn
RUN yarn install && rm -rf /usr/local/share/.cache
