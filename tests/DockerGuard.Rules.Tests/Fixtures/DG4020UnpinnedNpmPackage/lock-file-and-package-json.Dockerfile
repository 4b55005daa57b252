FROM node:22
RUN npm ci && npm install
RUN npm install --omit dev --progress=false
RUN yarn install --frozen-lockfile && pnpm install --prefer-offline
RUN npm run --crazy install && npm run install express && npm test
RUN npm rebuild node-sass && npm uninstall express && echo npm install express
