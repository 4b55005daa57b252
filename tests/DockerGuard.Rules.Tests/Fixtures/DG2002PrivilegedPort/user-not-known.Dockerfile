FROM registry.contoso.com/shop/base:3
EXPOSE 80
