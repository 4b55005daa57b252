FROM node:22
RUN npm install express@4.1.1 sax@"^0.1.1" @myorg/private@">=0.1.0 <0.2.0" yarn@v1 a@1.x b@x c@~2 "d@*"
RUN npm install -g npm@10 @angular/cli@19.0.0
RUN npm install alias@npm:other@1.0.0
RUN npm install -g --unsafe-perm true serve@14
RUN yarn global add serve@14.2.0 && pnpm add -g serve@14
