FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled AS nginx
COPY --from=nginx:1.29 /etc/nginx /etc/nginx
