# policy: profile=hadolint
FROM node:22
# expect DG4020 17-25
RUN npm install $PACKAGE
RUN npm i express && yarn global add serve && npm install yarn@latest
# expect DG4020 17-29
RUN npm install contoso/tool
