FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
USER $APP_UID
ENV PATH=/app:$PATH
