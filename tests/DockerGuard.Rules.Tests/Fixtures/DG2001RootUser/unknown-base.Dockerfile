# expect DG2001 6-38
FROM registry.contoso.com/shop/base:3
COPY publish/ /app
