FROM node:22-slim
RUN yarn --version && yarn build && yarn config set registry https://packages.contoso.com
RUN npm install -g yarn@1.22.22 && echo yarn install
