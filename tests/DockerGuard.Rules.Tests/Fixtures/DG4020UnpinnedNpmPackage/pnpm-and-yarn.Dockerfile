FROM node:22
# expect DG4020 17-22
RUN pnpm add -g serve
# expect DG4020 21-26
RUN yarn global add serve
# expect DG4020 39-44
RUN yarn add --network-timeout 100000 serve
