# project: TargetFramework=net10.0
FROM registry.contoso.com/shop/base:10.0
