FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
ENV ASPNETCORE_HTTP_PORTS=""
ENV ASPNETCORE_HTTPS_PORTS=none
ENV PORT=80
