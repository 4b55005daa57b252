FROM node:22-slim AS base
# expect DG4023 25-29
RUN yarn cache clean && yarn global add serve@14
FROM base
CMD ["serve"]
