FROM registry.contoso.com/base:latest-10
FROM registry.contoso.com/base:10-latest
