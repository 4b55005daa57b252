FROM registry.contoso.com/shop/web:8.0
FROM node:8.0
