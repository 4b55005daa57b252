# project: TargetFramework=net10.0; FrameworkReference=Microsoft.AspNetCore.App
FROM node:8.0 AS web
FROM registry.contoso.com/shop/base:8.0
