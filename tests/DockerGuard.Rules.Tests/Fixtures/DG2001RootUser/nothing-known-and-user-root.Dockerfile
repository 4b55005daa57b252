FROM registry.contoso.com/shop/base:3
# expect DG2001 6-10
USER "00"
