FROM node:22
# expect DG4020 20-30
RUN npm install -g npm@latest
# expect DG4020 20-37
RUN npm install -g @angular/cli@next npm@10.8.0
