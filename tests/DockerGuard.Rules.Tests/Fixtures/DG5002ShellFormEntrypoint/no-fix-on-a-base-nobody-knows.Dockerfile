FROM registry.contoso.com/node:24
# expect DG5002 1-4
CMD node server.js
