FROM node:22
# expect DG4020 17-24
RUN npm install express
# expect DG4020 20-32
RUN npm install -g @angular/cli typescript@5.6.2 yarn
# expect DG4020 70-78
RUN npm i --loglevel verbose --registry https://packages.contoso.com left-pad
# expect DG4020 26-30
# expect DG4020 60-64
RUN cd client && npm add sass && sudo npm install --global gulp
# expect DG4020 25-32
ONBUILD RUN npm install express
