FROM registry.contoso.com/latest:1.4
