FROM node:22
# expect DG4020 17-56
RUN npm install git+https://github.com/contoso/tool.git
# expect DG4020 17-29
RUN npm install contoso/tool
# expect DG4020 17-36
RUN npm install github:contoso/tool
