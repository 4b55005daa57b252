FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
COPY --from=built:1.0 /a /a
COPY --from=contoso/buil /b /b
COPY --from=ghcr.io/contoso/build@sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d /c /c
