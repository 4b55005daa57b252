# policy: profile=hadolint
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
COPY --from=nginx:1.29 /etc/nginx /etc/nginx
COPY --from=build /app /app
COPY --from=0 /app /app
