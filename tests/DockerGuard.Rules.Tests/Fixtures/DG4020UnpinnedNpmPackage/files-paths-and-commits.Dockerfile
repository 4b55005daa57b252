FROM node:22
RUN npm install package-v1.2.3.tgz ./packages/*.tar.gz a.tar /folder ./folder ../folder ~/folder .
RUN npm install git+ssh://git@github.com:npm/npm.git#v1.0.27 contoso/tool#0123456
RUN npm install https://packages.contoso.com/tool-1.0.0.tgz file:../tool
